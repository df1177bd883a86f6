import { isIP } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { HuashuError } from '../../protocol/index.ts'
import { isLoopback } from '../loopback.ts'

export interface OriginRules {
  /** Without keys only this machine is served, whatever name a rebound DNS entry gives it. */
  readonly open: boolean
  readonly host: string
  readonly allowedOrigins: readonly string[]
}

/**
 * Refuses callers that a web page the agent happens to visit could stand behind: every request, the websocket upgrade too, must come for a
 * host we know and from our own or an allowed origin. Programs that are no browser send no Origin.
 */
export function checkOrigins(app: FastifyInstance, rules: OriginRules): void {
  app.addHook('onRequest', async (request, reply) => {
    const { host, origin } = request.headers
    if (rules.open && !isLoopback(hostname(host))) throw refused(`host "${hostname(host)}"`)
    if (origin === undefined) return
    const isAllowed = rules.allowedOrigins.includes(origin)
    if (!isAllowed && !isOwn(origin, host, rules)) throw refused(`origin "${origin}"`)
    if (!isAllowed) return
    reply.header('access-control-allow-origin', origin).header('vary', 'origin')
    if (request.method !== 'OPTIONS') return
    return reply
      .header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type, if-match, if-none-match')
      .header('access-control-max-age', '600')
      .code(204)
      .send()
  })
}

function isOwn(origin: string, host: string | undefined, rules: OriginRules): boolean {
  const name = hostname(host)
  const isTrusted = isLoopback(name) || isIP(name) > 0 || name === rules.host.toLowerCase()
  return isTrusted && (origin === `http://${host}` || origin === `https://${host}`)
}

function hostname(host: string | undefined): string {
  return (host ?? '')
    .replace(/:\d*$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase()
}

function refused(what: string): HuashuError {
  return new HuashuError('origin_refused', `${what} is not served here; ALLOWED_ORIGINS names the web origins that are`)
}
