import { readFileSync } from 'node:fs'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { onceDone } from '../../domain/once.ts'
import { Type } from '../../json-schema.ts'
import { inProject } from '../../project.ts'
import { asYaml, type Document, type OpenApi } from '../document.ts'
import { explorerHeaders } from '../headers.ts'
import { oneQuery } from '../offers.ts'
import { problemResponses } from '../problems.ts'

const page = (name: string) => readFileSync(inProject(`src/http/pages/${name}`), 'utf8')

/** The contract, as JSON and YAML, and its explorer, every asset of which this server serves itself. */
export const docs =
  (openapi: OpenApi): FastifyPluginAsyncTypebox =>
  async (app) => {
    const formats = { json: 'application/json', yaml: 'application/yaml' } as const
    for (const format of ['json', 'yaml'] as const)
      app.get(
        `/openapi.${format}`,
        {
          schema: {
            operationId: format === 'json' ? 'getOpenApiJson' : 'getOpenApiYaml',
            summary: `This document as ${format.toUpperCase()}`,
            description:
              'The contract: every operation, parameter, answer and error, with examples that this record gives.',
            tags: ['Record'],
            querystring: oneQuery({}),
            response: {
              200: { description: 'The OpenAPI 3.1 document.', content: { [formats[format]]: { schema: Type.Any() } } },
              ...problemResponses(400, 500),
            },
          },
          config: { examples: [`/openapi.${format}?indent=2`] },
        },
        async (_, reply) => {
          const { json, yaml } = await openapi()
          return reply.type(`${formats[format]}; charset=utf-8`).send(format === 'json' ? json : await yaml())
        },
      )

    // The explorer's own document is written when it is asked for, and nothing of it is kept.
    for (const format of ['json', 'yaml'] as const)
      app.get(`/docs/${format}`, { schema: { hide: true } }, async (_, reply) => {
        const document = asExplored(JSON.parse(String((await openapi()).json)))
        reply.headers(explorerHeaders)
        return format === 'json'
          ? reply.type('application/json; charset=utf-8').send(JSON.stringify(document))
          : reply.type('application/x-yaml').send(await asYaml(document))
      })

    const explorer = async (request: FastifyRequest, reply: FastifyReply) => {
      const { pathname } = new URL(request.url, 'http://localhost')
      // What an address with dots in it leads to is for the router above to say, and it says that there is nothing.
      if (!request.url.includes(pathname)) return reply.callNotFound()
      const { statusCode, headers, rawPayload } = await (await explorerOf(app)).inject(pathname)
      if (statusCode === 403 || statusCode === 404) return reply.callNotFound()
      if (statusCode >= 400) throw new Error(`the explorer answers ${statusCode}`)
      for (const name of ['content-type', 'location'])
        if (headers[name] !== undefined) reply.header(name, headers[name])
      return reply.code(statusCode).send(rawPayload.length > 0 ? rawPayload : undefined)
    }
    for (const url of ['/docs', '/docs/'])
      app.get(url, { schema: { hide: true } }, (request, reply) => explorer(request, reply.headers(explorerHeaders)))
    app.get('/docs/static/*', { schema: { hide: true } }, explorer)
  }

/**
 * The page and the files of the explorer, as @fastify/swagger-ui serves them. An application of its own, made when one of them is
 * first asked for: all that this plugin loads would be a good part of the time to start.
 */
const explorerOf = onceDone(async (_: FastifyInstance) => {
  const [{ default: swagger }, { default: swaggerUi }] = await Promise.all([
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
  ])
  const app = Fastify()
  // The plugin asks for it; the documents are those of the routes above.
  await app.register(swagger)
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    indexPrefix: '',
    uiConfig: {
      deepLinking: true,
      tryItOutEnabled: true,
      displayRequestDuration: true,
      defaultModelsExpandDepth: 0,
      docExpansion: 'list',
      filter: true,
      syntaxHighlight: { activated: true, theme: 'idea' } as never,
    },
    theme: {
      title: 'Pacta · API explorer',
      css: [{ filename: 'explorer.css', content: page('explorer.css') }],
      js: [{ filename: 'explorer.js', content: page('explorer.js') }],
      favicon: [
        {
          filename: 'pacta.svg',
          rel: 'icon',
          sizes: 'any',
          type: 'image/svg+xml',
          content: page('pacta.svg') as never,
        },
      ],
    },
    logo: { type: 'image/svg+xml', content: Buffer.from(page('pacta-wordmark.svg')), href: '/', target: '_self' },
  })
  return app
})

/**
 * The contract as the explorer shows it: without the operations that answer the contract itself, whose half a megabyte a
 * page can hardly show, and with the examples of optional parameters in words, so that its forms begin empty.
 */
function asExplored(document: Document): Document {
  for (const path of ['/openapi.json', '/openapi.yaml']) delete document.paths[path]
  for (const { get } of Object.values(document.paths))
    for (const parameter of get?.parameters ?? []) {
      if (parameter.required || parameter.example === undefined) continue
      parameter.description = `${parameter.description ?? ''} For example: ${parameter.example}`
      delete parameter.example
    }
  return document
}
