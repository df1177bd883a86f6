import helmet from '@fastify/helmet'
import websocket from '@fastify/websocket'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { LIMITS } from '../protocol/index.ts'
import type { Config } from './config.ts'
import type { Gateway } from './gateway.ts'
import { answerErrors } from './plugins/errors.ts'
import { requireKey } from './plugins/identity.ts'
import { speakJson } from './plugins/json.ts'
import { checkOrigins } from './plugins/origin.ts'
import { limitRequests } from './plugins/rate-limit.ts'
import { followRequests, requestId } from './plugins/requests.ts'
import { accessRoutes, pairingClaimRoute } from './routes/access.ts'
import { auditRoutes } from './routes/audit.ts'
import { batchRoutes } from './routes/batch.ts'
import { callerRoute } from './routes/caller.ts'
import { chatwootAppRoute } from './routes/chatwoot-app.ts'
import { consoleRoutes } from './routes/console.ts'
import { conversationRoutes } from './routes/conversations.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { documentRoutes } from './routes/documents.ts'
import { factRoutes } from './routes/facts.ts'
import { healthRoutes, metricsRoute } from './routes/health.ts'
import { importRoutes } from './routes/imports.ts'
import { ingestRoutes } from './routes/ingest.ts'
import { kpiRoutes } from './routes/kpis.ts'
import { learningRoutes } from './routes/learning.ts'
import { libraryRoutes } from './routes/library.ts'
import { panelRoutes } from './routes/panel.ts'
import { pauseRoutes } from './routes/pause.ts'
import { personaRoutes } from './routes/personas.ts'
import { policyRoutes } from './routes/policies.ts'
import { policySchemaRoute } from './routes/policy-schema.ts'
import { productCardRoutes } from './routes/product-cards.ts'
import { productRoutes } from './routes/products.ts'
import { readingRoutes } from './routes/reading.ts'
import { recordRoutes } from './routes/records.ts'
import { rewriteTestRoute } from './routes/rewrite-test.ts'
import { rewritingRoutes } from './routes/rewriting.ts'
import { scriptRoutes } from './routes/scripts.ts'
import { shopperRoutes } from './routes/shoppers.ts'
import { siteRoutes } from './routes/sites.ts'
import { streamRoutes } from './routes/stream.ts'
import { suggestionRoutes } from './routes/suggestions.ts'
import { taskRoutes } from './routes/tasks.ts'
import { trialRoutes } from './routes/trials.ts'
import { unavailableRoutes } from './routes/unavailable.ts'
import type { OpenSocket } from './stream/serve-socket.ts'
import { readTlsFiles } from './tls-files.ts'
import { keepUp } from './upkeep.ts'
import { describeRoutes } from './wire/openapi.ts'

export type AppConfig = Pick<Config, 'host' | 'allowedOrigins' | 'tls' | 'retentionDays'>

/** Builds the HTTP and websocket surface of a gateway; every plugin and route is named here, in the order in which they act. */
export async function createApp(gateway: Gateway, config: AppConfig): Promise<FastifyInstance> {
  const sockets = new Set<OpenSocket>()
  await gateway.stockTicker.open()
  await gateway.versioned.open()
  await Promise.all([gateway.scriptDesk.settled(), gateway.goodsDesk.settled()])
  const app = fastify({
    loggerInstance: gateway.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    bodyLimit: LIMITS.bodyBytes,
    ...(config.tls ? { https: readTlsFiles(config.tls) } : {}),
  }) as FastifyInstance
  app.decorateRequest('principal', undefined)

  followRequests(app, gateway.metrics)
  speakJson(app)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"], frameAncestors: ["'none'"] } },
    hsts: config.tls !== undefined,
  })
  await limitRequests(app, gateway.limits.requestsPerSecond, gateway)
  await app.register(websocket, {
    options: { maxPayload: 4 * LIMITS.frameBytes },
    preClose: (done) => drain(app, gateway, sockets).finally(done),
  })
  // after the websocket plugin, which has to know of an upgrade before it can end one that is refused
  checkOrigins(app, { open: gateway.access.open, host: config.host, allowedOrigins: config.allowedOrigins })
  await describeRoutes(app)
  answerErrors(app)

  healthRoutes(app, gateway)
  keepUp(app, gateway, config.retentionDays)
  if (gateway.role === 'worker') {
    await app.register(async (scope) => {
      requireKey(scope, gateway.access)
      metricsRoute(scope, gateway)
    })
    return app
  }

  await app.register(async (scope) => streamRoutes(scope, gateway, sockets))
  await app.register(async (scope) => ingestRoutes(scope, gateway))
  await app.register(async (scope) => {
    requireKey(scope, gateway.access)
    suggestionRoutes(scope, gateway)
    batchRoutes(scope, gateway)
    readingRoutes(scope, gateway)
    correctionRoutes(scope, gateway)
    learningRoutes(scope, gateway)
    factRoutes(scope, gateway)
    recordRoutes(scope, gateway)
    shopperRoutes(scope, gateway)
    kpiRoutes(scope, gateway)
    libraryRoutes(scope, gateway)
    importRoutes(scope, gateway)
    scriptRoutes(scope, gateway)
    trialRoutes(scope, gateway)
    policyRoutes(scope, gateway)
    policySchemaRoute(scope)
    personaRoutes(scope, gateway)
    productCardRoutes(scope, gateway)
    productRoutes(scope, gateway)
    pauseRoutes(scope, gateway)
    accessRoutes(scope, gateway)
    callerRoute(scope, gateway)
    conversationRoutes(scope, gateway)
    rewritingRoutes(scope, gateway)
    rewriteTestRoute(scope, gateway)
    taskRoutes(scope, gateway)
    siteRoutes(scope, gateway)
    auditRoutes(scope, gateway)
    metricsRoute(scope, gateway)
    unavailableRoutes(scope)
  })
  pairingClaimRoute(app, gateway)
  documentRoutes(app)
  chatwootAppRoute(app, gateway, config.allowedOrigins)
  await app.register(async (scope) => consoleRoutes(scope, gateway))
  await app.register(panelRoutes)
  return app
}

/** How long a client may take to say goodbye. */
const GOODBYE_MS = 1_000

/** What was taken in is made durable and acknowledged before the sockets are told to come back. */
async function drain(app: FastifyInstance, gateway: Gateway, sockets: ReadonlySet<OpenSocket>): Promise<void> {
  await gateway.log.flush()
  for (const socket of sockets) socket.drain()
  const { websocketServer } = app
  const late = setTimeout(() => {
    for (const client of websocketServer.clients) client.terminate()
  }, GOODBYE_MS)
  await new Promise((resolve) => websocketServer.close(resolve))
  clearTimeout(late)
}
