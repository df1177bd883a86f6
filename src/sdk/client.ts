import { type Lines, suggestBatch } from './batch.ts'
import { createSend, jsonOf, type Query, type RequestOptions } from './request.ts'
import type { SocketMaker } from './socket.ts'
import { createStream, type Stream, type StreamOptions } from './stream.ts'
import type * as wire from './wire.ts'

export interface ClientOptions {
  /** Address of the service, `https://huashu.example`; a path in it is kept. */
  readonly url: string
  /** An API key or a paired token, or what gives it for each call; absent where a gateway is open. It belongs to a server or an extension, never into a web page. */
  readonly token?: string | (() => string | Promise<string>) | undefined
  /** A fresh ticket for each connection of a stream, from the page's own server; absent = the stream asks `POST /v1/tickets` with the token, or goes without both. */
  readonly ticket?: ((signal: AbortSignal) => string | Promise<string>) | undefined
  readonly fetch?: typeof fetch | undefined
  /** For hosts that have none of their own, such as Node 20: the `WebSocket` of the package `ws`. */
  readonly WebSocket?: SocketMaker | undefined
}

/** What stops a call. */
export interface Stop {
  readonly signal?: AbortSignal | undefined
}
/** Of which store; absent = the default one of the service. */
export interface OfStore extends Stop {
  readonly store?: string | undefined
}
export interface Paged extends OfStore {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
}
export interface ScriptsAsked extends Paged {
  readonly q?: string | undefined
  readonly intent?: string | undefined
  readonly locale?: string | undefined
}
export interface ProductsAsked extends Paged {
  readonly q?: string | undefined
}
export interface TasksAsked extends Paged {
  readonly state?: wire.Task['state'] | undefined
  readonly kind?: wire.Task['kind'] | undefined
  readonly agent?: string | undefined
  readonly before?: string | undefined
}

/** What a store writes about its goods and itself is its own matter: only the fields that always stand there are named. */
export interface Product {
  readonly id: string
  readonly [field: string]: unknown
}
export interface StaleProduct {
  readonly id: string
  readonly fields: readonly ('price' | 'stock')[]
}
export interface StoreSummary {
  readonly id: string
  readonly name: string | Readonly<Record<string, string>>
  readonly locales: readonly wire.Locale[]
  readonly timezone: string
  readonly currency: string
}
export interface SlotSummary {
  readonly name: string
  readonly from: string
  readonly personal: boolean
  readonly shows?: string
  readonly says: Readonly<Record<wire.Locale, string>>
}

/** The service by REST and by stream. Every call rejects with `HuashuError`, or with the reason of its signal. */
export interface Client {
  /** Any call: a path below the service's address. Resolves to the JSON answered, or to undefined without one. */
  request(path: string, options?: RequestOptions): Promise<unknown>
  suggest(body: wire.SuggestionsRequest, stop?: Stop): Promise<wire.Answer>
  suggestBatch(lines: Lines, stop?: Stop): AsyncIterable<wire.BatchResult>
  intents(body: wire.IntentsRequest, stop?: Stop): Promise<wire.IntentsResult>
  check(body: wire.CheckRequest, stop?: Stop): Promise<wire.CheckResult>
  addMessage(body: wire.MessagesRequest, stop?: Stop): Promise<wire.MessagesResult>
  addEvent(body: wire.EventRequest, stop?: Stop): Promise<wire.EventResult>
  addFeedback(body: wire.FeedbackRequest, stop?: Stop): Promise<wire.FeedbackResult>
  /** Searches the library with `q`, else lists it. */
  scripts(asked?: ScriptsAsked): Promise<wire.ScriptsResult>
  /** Searches the goods with `q`, else lists them; `stale` = whose price or stock is too old to be said for sure. */
  products(asked?: ProductsAsked): Promise<{ products: Product[]; stale: StaleProduct[]; cursor?: string }>
  policies(asked?: OfStore): Promise<StoreSummary & Readonly<Record<string, unknown>>>
  stores(stop?: Stop): Promise<{ stores: StoreSummary[] }>
  slots(stop?: Stop): Promise<{ slots: SlotSummary[] }>
  kpis(asked?: Omit<wire.KpisQuery, 'format'> & Stop): Promise<wire.KpisResult>
  tasks(asked?: TasksAsked): Promise<wire.TasksResult>
  taskBoard(asked?: OfStore): Promise<wire.ShiftBoard>
  addTask(body: wire.TaskRequest, stop?: Stop): Promise<wire.Task>
  changeTask(id: string, change: wire.TaskChange, stop?: Stop): Promise<wire.Task>
  /** Proposes a fact that the store's files lack, for a product or the whole store. For one talk alone it goes as `facts({ slots })` of that talk. */
  proposeFact(body: wire.FactProposalRequest, stop?: Stop): Promise<wire.FactProposal>
  factProposals(
    asked?: OfStore & { readonly state?: wire.FactProposal['state'] | undefined },
  ): Promise<wire.FactProposalsResult>
  /** Roles lead and admin. */
  decideFact(id: string, decision: wire.FactDecision, stop?: Stop): Promise<wire.FactProposal>
  /** Keeps a reply as a script of this agent, or proposes it for the whole store. */
  keepReply(body: wire.OwnScriptRequest, stop?: Stop): Promise<wire.Proposal>
  scriptProposals(
    asked?: OfStore & { readonly state?: wire.Proposal['state'] | undefined },
  ): Promise<wire.ProposalsResult>
  ticket(body: wire.TicketRequest, stop?: Stop): Promise<wire.TicketResult>
  startPairing(stop?: Stop): Promise<wire.PairingResult>
  /** Turns a pairing code into a token of its own. */
  claimPairing(body: wire.PairingClaim, stop?: Stop): Promise<wire.PairingGrant>
  /** Connects at once, and stays connected until it is closed or its signal says so. */
  stream(options: StreamOptions): Stream
}

export function createClient(options: ClientOptions): Client {
  const fetcher = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  const send = createSend({ url: options.url, token: options.token, fetch: fetcher })

  async function call<T>(path: string, options?: RequestOptions): Promise<T> {
    return (await jsonOf(await send(path, options))) as T
  }
  const get = <T>(path: string, { signal, ...query }: Stop & { readonly [name: string]: unknown } = {}) =>
    call<T>(path, { signal, query: query as Query })
  const post = <T>(path: string, body: unknown, stop?: Stop) => call<T>(path, { method: 'POST', body, ...stop })

  return {
    request: call,
    suggest: (body, stop) => post('v1/suggestions', body, stop),
    suggestBatch: (lines, stop) => suggestBatch(send, lines, stop?.signal),
    intents: (body, stop) => post('v1/intents', body, stop),
    check: (body, stop) => post('v1/check', body, stop),
    addMessage: (body, stop) => post('v1/messages', body, stop),
    addEvent: (body, stop) => post('v1/events', body, stop),
    addFeedback: (body, stop) => post('v1/feedback', body, stop),
    scripts: (asked) => get('v1/scripts', { ...asked }),
    products: (asked) => get('v1/products', { ...asked }),
    policies: (asked) => get('v1/policies', { ...asked }),
    stores: (stop) => get('v1/stores', { ...stop }),
    slots: (stop) => get('v1/slots', { ...stop }),
    kpis: (asked) => get('v1/kpis', { ...asked }),
    tasks: (asked) => get('v1/tasks', { ...asked }),
    taskBoard: (asked) => get('v1/tasks/board', { ...asked }),
    addTask: (body, stop) => post('v1/tasks', body, stop),
    changeTask: (id, change, stop) =>
      call(`v1/tasks/${encodeURIComponent(id)}`, { method: 'PATCH', body: change, ...stop }),
    proposeFact: (body, stop) => post('v1/facts/proposals', body, stop),
    factProposals: (asked) => get('v1/facts/proposals', { ...asked }),
    decideFact: (id, decision, stop) => post(`v1/facts/proposals/${encodeURIComponent(id)}`, decision, stop),
    keepReply: (body, stop) => post('v1/learning/proposals', body, stop),
    scriptProposals: (asked) => get('v1/learning/proposals', { ...asked }),
    ticket: (body, stop) => post('v1/tickets', body, stop),
    startPairing: (stop) => call('v1/pairing', { method: 'POST', ...stop }),
    claimPairing: (body, stop) => post('v1/pairing/claim', body, stop),

    stream(asked) {
      const byToken = async (signal: AbortSignal) => {
        const { id, name } = asked.agent
        const agent = { id, ...(name === undefined ? {} : { name }) }
        const { roles } = asked.agent
        return (await post<wire.TicketResult>('v1/tickets', { agent, ...(roles ? { roles } : {}) }, { signal })).ticket
      }
      const ticket = asked.ticket ?? options.ticket ?? (options.token === undefined ? undefined : byToken)
      return createStream({ ...asked, ticket, url: options.url, WebSocket: options.WebSocket })
    },
  }
}
