import { registerHooks } from 'node:module'
import { text } from 'node:stream/consumers'

// openapi-typescript prints with the compiler interface that TypeScript 7 no longer has: it is given the one of 6.
registerHooks({
  resolve: (name, context, next) => next(name === 'typescript' ? '@ts-morph/common/dist/typescript.js' : name, context),
})
const { astToString, default: openapiTS } = await import('openapi-typescript')

/** The types of an OpenAPI document as TypeScript. Examples are left out, so that nothing of a record is in them. */
export async function schemaOf(document: string): Promise<string> {
  const bare = JSON.parse(document, (key, value) => (key === 'example' || key === 'examples' ? undefined : value))
  return `// Generated from the OpenAPI document by \`npm run client\`; not to be edited.\n\n${astToString(await openapiTS(bare))}`
}

if (import.meta.main) {
  const { writeFileSync } = await import('node:fs')
  writeFileSync(new URL('schema.ts', import.meta.url), await schemaOf(await text(process.stdin)))
}
