import type { z } from 'zod'
import type { AgentRef } from '../../protocol/index.ts'
import { kept } from '../kept.ts'
import { frame } from './frame.ts'

type Agent = z.infer<typeof AgentRef>

/** What pairing gave, per store. A browser that keeps nothing for frames has to be paired anew each time. */
const token = kept('local', `huashu-token-${frame.store}`)
let known = token.read()

function keep(value: string | undefined): void {
  known = value
  token.write(value)
}

const post = (url: string, body: object, headers = {}): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

/** A ticket for who was paired; without pairing the service decides whether it serves this machine openly. */
export async function ticketFor(agent: Agent): Promise<string | undefined> {
  if (!known) return undefined
  const response = await post('/v1/tickets', { agent }, { authorization: `Bearer ${known}` })
  if (response.status === 401) {
    keep(undefined)
    return undefined
  }
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return ((await response.json()) as { ticket: string }).ticket
}

/** Pairs this page by the code somebody has typed. */
export async function pair(code: string, agent: Agent): Promise<'paired' | 'wrong' | 'unreachable'> {
  const response = await post('/v1/pairing/claim', { code, agent }).catch(() => undefined)
  if (!response) return 'unreachable'
  if (!response.ok) return 'wrong'
  keep(((await response.json()) as { token: string }).token)
  return 'paired'
}
