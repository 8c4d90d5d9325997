import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import Fastify, { type FastifyServerOptions, LogController } from 'fastify'
import { onceDone } from '../domain/once.ts'
import { answerBrokenRequest } from './broken-requests.ts'
import { answerCached } from './caching.ts'
import { acceptCommas } from './commas.ts'
import { compilers } from './compilers.ts'
import { components } from './components/component.ts'
import type { Context } from './context.ts'
import { document, documentOptions, type OpenApi } from './document.ts'
import { openHeaders } from './headers.ts'
import { watchRequests } from './in-flight.ts'
import { answerProblems, answerUnreadable } from './problems.ts'
import { documentRefusals, refuseOtherRequests, refuseUnreadableQueries } from './refusals.ts'
import { acts } from './routes/acts.ts'
import { calendar } from './routes/calendar.ts'
import { changes } from './routes/changes.ts'
import { compare } from './routes/compare.ts'
import { conflicts } from './routes/conflicts.ts'
import { dataPackage } from './routes/data-package.ts'
import { docs } from './routes/docs.ts'
import { downloads } from './routes/downloads.ts'
import { evidence } from './routes/evidence.ts'
import { health } from './routes/health.ts'
import { history } from './routes/history.ts'
import { home } from './routes/home.ts'
import { members } from './routes/members.ts'
import { overview } from './routes/overview.ts'
import { panel } from './routes/panel.ts'
import { pictures } from './routes/pictures.ts'
import { projection } from './routes/projection.ts'
import { record } from './routes/record.ts'
import { search } from './routes/search.ts'
import { sources } from './routes/sources.ts'
import { speakers } from './routes/speakers.ts'
import { statements } from './routes/statements.ts'
import { states } from './routes/states.ts'
import { treaties } from './routes/treaties.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Calls of this operation whose answers the OpenAPI document shows as examples. */
    examples?: string[]
    /** Its answers are files: the document links to them instead of showing them. */
    download?: boolean
  }
}

/** The API over the record in `context`. It does not listen; `server.ts` does. */
export async function buildApp(context: Context, options: FastifyServerOptions = {}) {
  const app = startApp(context, options)
  return addRoutes(
    app,
    context,
    document(app, context, () => describe(context)),
  )
}

/**
 * All routes as @fastify/swagger writes them. It is loaded, and given an application of its own to watch, when the document is
 * asked for, and kept: with the YAML that it brings it would be a good part of the time to start.
 */
const describe = onceDone(async (context: Context): Promise<object> => {
  const { default: swagger } = await import('@fastify/swagger')
  const app = startApp(context)
  await app.register(swagger, documentOptions)
  await addRoutes(app, context, () => Promise.reject(new Error('it only describes')))
  await app.ready()
  return app.swagger()
})

/** An application with what holds for every route, and no route yet. */
function startApp(context: Context, options: FastifyServerOptions = {}) {
  const { validator, serializer } = compilers()
  const app = Fastify({
    // Where it is behind the door, that does so and tells of it.
    clientErrorHandler: (error, socket) => void answerBrokenRequest(error, socket),
    ...options,
    routerOptions: { maxParamLength: 1000 },
    frameworkErrors: answerUnreadable,
    // The door logs each request; what a route logs gives the id of its request itself.
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (log) => log,
    genReqId: ({ requestId = 'inside' }) => requestId,
    // Given here, Fastify loads none of its own; set below, they are not made again for every resource.
    schemaController: {
      compilersFactory: { buildValidator: () => validator as never, buildSerializer: () => serializer as never },
    },
  }).withTypeProvider<TypeBoxTypeProvider>()

  app.setValidatorCompiler(validator)
  app.setSerializerCompiler(serializer)
  app.decorate('publicOrigin', context.origin)
  for (const component of components) app.addSchema(component)
  answerProblems(app)
  watchRequests(app)
  app.addHook('onRequest', (request, reply, done) => {
    request.raw.route = request.routeOptions.url
    reply.headers(openHeaders)
    done()
  })
  refuseOtherRequests(app)
  answerCached(app, context)
  documentRefusals(app)
  refuseUnreadableQueries(app)
  acceptCommas(app)
  return app
}
type App = ReturnType<typeof startApp>

async function addRoutes(app: App, context: Context, openapi: OpenApi): Promise<App> {
  for (const resource of [
    record,
    states,
    treaties,
    members,
    evidence,
    projection,
    calendar,
    history,
    pictures,
    panel,
    overview,
    compare,
    acts,
    statements,
    speakers,
    sources,
    conflicts,
    search,
    changes,
    downloads,
    dataPackage,
  ])
    await app.register(resource(context))
  await app.register(docs(openapi))
  await app.register(home(context))
  await app.register(health(context))
  return app
}
