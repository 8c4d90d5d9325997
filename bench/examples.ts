import { ask } from './answer.ts'
import type { Running } from './servers/running.ts'

type Operation = {
  parameters?: { name: string }[]
  responses: Record<string, { content?: Record<string, { examples?: Record<string, { summary: string }> }> }>
}

/** An example call of the OpenAPI document. */
export type Example = { path: string; status: number; parameters: string[] }

/** Every example call that the server documents, but those that need a header. */
export async function documented(server: Running): Promise<Example[]> {
  const { paths } = JSON.parse((await ask(`${server.address}/openapi.json`)).body.toString()) as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ parameters = [], responses }) =>
      Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Object.values(content)
          .flatMap(({ examples = {} }) => Object.values(examples))
          .filter(({ summary }) => summary.startsWith('/') && !summary.includes(' '))
          .map(({ summary }) => ({
            path: summary,
            status: Number(status),
            parameters: parameters.map(({ name }) => name),
          })),
      ),
    )
}

/** The paths of every documented example call, those included that are documented as errors. */
export const examplesOf = async (server: Running): Promise<string[]> =>
  (await documented(server)).map(({ path }) => path)
