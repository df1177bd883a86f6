import {
  answerKpis,
  emptyKpis,
  familyOf,
  foldKpis,
  type KpiQuestion,
  type KpiSettings,
  type KpiState,
  type LogEvent,
  type ShownAnswer,
} from '../../../src/insight/index.ts'
import type { EventRequest, FeedbackRequest, KpiFigures } from '../../../src/protocol/index.ts'

export const SHANGHAI: KpiSettings = { timezone: 'Asia/Shanghai', conversionDays: 3 }
export const NEW_YORK: KpiSettings = { timezone: 'America/New_York', conversionDays: 3 }

/** A shown answer: what it is about and the texts it offers, each `script: text`. */
export interface Answered extends Partial<Pick<ShownAnswer, 'because' | 'gap' | 'agent' | 'heldOut' | 'blocked'>> {
  readonly intent?: string
  readonly offers?: Readonly<Record<string, string>>
  readonly tier?: ShownAnswer['suggestions'][number]['tier']
  readonly warned?: readonly string[]
}

/** Writes a log by hand. Times are written as people do: `2026-11-22 10:00:05`, China time, for `at` and arrival alike. */
export class Log {
  readonly events: LogEvent[] = []
  #n = 0
  #turns = 0
  readonly channel: string
  readonly conversationId: string
  readonly store: string
  constructor(channel = 'jd', conversationId = 'c1', store = 's') {
    this.channel = channel
    this.conversationId = conversationId
    this.store = store
  }

  /** The same log, as another conversation writes to it. */
  in(conversationId: string, channel = this.channel): Log {
    const other = new Log(channel, conversationId, this.store)
    Object.assign(other, { events: this.events })
    return other
  }

  shopper(at: string, text = '在吗', { arrival = at, id = at }: { arrival?: string; id?: string } = {}): this {
    return this.#add(arrival, 'message', { role: 'shopper', text, messageId: `s${id}`, at: iso(at) })
  }

  agent(at: string, text = '在的', agent: string | null = 'amy', { arrival = at } = {}): this {
    const speaker = agent === null ? {} : { agent: { id: agent } }
    return this.#add(arrival, 'message', { role: 'agent', text, messageId: `a${at}${agent}`, at: iso(at), ...speaker })
  }

  message(at: string, body: object): this {
    return this.#add(at, 'message', { messageId: `m${this.events.length}`, text: '…', at: iso(at), ...body })
  }

  /** The answer to the shopper's message of `to`. */
  answer(
    at: string,
    { intent = 'product_info.material', offers = {}, tier = 'answer', warned, ...rest }: Answered,
    to = at,
  ): this {
    this.#turns += 1
    const turnId = `${this.conversationId}-${this.#turns}`
    return this.#add(at, 'answer', {
      turnId,
      messageIds: [`s${to}`],
      because: 'message',
      locale: 'zh',
      abstained: false,
      stage: 'presale',
      intents: intent === '' ? [] : [{ name: intent, family: familyOf(intent), confidence: 0.9 }],
      suggestions: Object.entries(offers).map(([scriptId, text], i) => ({
        id: `${turnId}.${i}`,
        scriptId,
        intent,
        tier,
        score: 1,
        text,
        features: {},
        ...(warned ? { warned } : {}),
      })),
      ...rest,
    } satisfies ShownAnswer)
  }

  event(at: string, type: EventRequest['type'], data?: EventRequest['data'], arrival = at): this {
    return this.#add(arrival, 'event', { eventId: `e${this.events.length}`, type, at: iso(at), data })
  }

  facts(at: string, body: object): this {
    return this.#add(at, 'facts', body)
  }

  feedback(at: string, action: FeedbackRequest['action'], suggestionId: string, matched = true): this {
    const turnId = suggestionId.split('.')[0]!
    return this.#add(at, 'feedback', { eventId: `f${at}`, turnId, suggestionId, action, at: iso(at), matched })
  }

  #add(arrival: string, kind: LogEvent['kind'], body: object): this {
    this.#n = (this.events.at(-1)?.n ?? 0) + 1
    const { store, channel, conversationId } = this
    this.events.push({
      n: this.#n,
      store,
      channel,
      conversationId,
      at: Date.parse(iso(arrival)),
      kind,
      body,
    } as LogEvent)
    return this
  }
}

export const iso = (at: string) => `${at.replace(' ', 'T')}+08:00`

export function counted(log: Log, settings: KpiSettings = SHANGHAI): KpiState {
  return foldKpis(emptyKpis('s'), log.events, settings)
}

/** The figures of everything in the log, or as they are asked for. */
export function figures(log: Log, settings?: KpiSettings, question: Partial<KpiQuestion> = {}): KpiFigures {
  return ask(counted(log, settings), question).total
}

/** The rows of the log by what is asked: key -> figures. */
export function rows(log: Log, by: KpiQuestion['by'], settings?: KpiSettings): Record<string, KpiFigures> {
  const { rows: found } = ask(counted(log, settings), { by })
  return Object.fromEntries(found.map(({ key, figures: of }) => [key, of]))
}

export function ask(state: KpiState, question: Partial<KpiQuestion> = {}) {
  return answerKpis(state.sheets.values(), { by: 'day', currency: 'CNY', replySec: () => 30, ...question })
}
