import type { Answer, Suggestion } from '../protocol/index.ts'
import { type ConversationRef, refOf } from './conversation-ref.ts'
import type { FactScope, Notice } from './desk-deps.ts'
import { DraftDesk } from './draft-desk.ts'
import { factPatch } from './fact-patch.ts'
import type { List, Nudge } from './talk.ts'

/** What holding lines have in common, by the language of the talk. */
const HOLDING = { zh: '稍等', en: 'moment', ko: '잠시' } as const

/** What an agent works at: everything that may be done, by place of the list or for the talk as a whole. */
export class Desk extends DraftDesk {
  /** Inserts what stood at this place when the key was pressed. */
  pick(place: number, pressedAt: number): void {
    const list = this.meantAt(pressedAt)
    const suggestion = list?.suggestions[place]
    if (list && suggestion) this.insert(list, suggestion, place)
  }

  /** The same for the hits of a search: what stood there before there were any is not meant. */
  pickHit(place: number, pressedAt: number): void {
    if (this.meantAt(pressedAt)?.query !== undefined) this.pick(place, pressedAt)
  }

  /** Inserts the first line that only holds the shopper; where none is listed, looks for one. */
  pickHold(pressedAt: number): void {
    const list = this.meantAt(pressedAt)
    const place = list?.suggestions.findIndex(({ tier }) => tier === 'hold') ?? -1
    if (place < 0) this.searchHold()
    else this.pick(place, pressedAt)
  }

  /** Inserts the holding line of the conversation that was just turned to, as was asked for by its name. */
  holdCurrent(): void {
    const list = this.talk?.list
    const place = list?.suggestions.findIndex(({ tier }) => tier === 'hold') ?? -1
    const suggestion = list?.suggestions[place]
    if (list && suggestion) this.insert(list, suggestion, place)
    else this.searchHold()
  }

  copyPlace(place: number, pressedAt: number): void {
    const list = this.meantAt(pressedAt)
    const suggestion = list?.suggestions[place]
    if (list && suggestion) this.copy(list, suggestion, place)
  }

  /** Puts the first fix there is in place. */
  fixFirst(pressedAt: number): void {
    const list = this.meantAt(pressedAt)
    const marks = list && this.talkOf(list)?.marks
    for (const suggestion of list?.suggestions ?? []) {
      const warnings = marks?.[suggestion.id]?.warnings ?? suggestion.warnings
      const warning = warnings.findIndex(({ fix }) => fix !== undefined)
      if (!list || warning < 0) continue
      this.fix(list, suggestion, warning)
      return
    }
  }

  override look(conversation: ConversationRef | undefined): void {
    // who turns to somebody else has found what they looked for
    if (this.talk && conversation?.conversationId !== this.state.current) this.search(undefined)
    super.look(conversation)
  }

  /** Looks in the library, for this panel alone: what others see of the talk stays. Without a query back to what the shopper's message asks for. */
  search(query: string | undefined): void {
    const { talk } = this
    if (!talk || (query === undefined && !talk.search)) return
    const requestId = this.deps.newId()
    const { conversationId } = talk.ref
    const asked = query?.trim() ?? ''
    this.step({ kind: 'search', conversationId, query, requestId })
    // an empty box looks for nothing
    if (asked === '' || this.watches) return
    const { source, agent, limit, uiLocale } = this.deps
    const body = { ...refOf(talk.ref), messages: [], query: asked, agent, limit: limit(), uiLocale: uiLocale() }
    source.request('/v1/suggestions', { method: 'POST', body }).then(
      (answer) => this.step({ kind: 'hits', conversationId, requestId, answer: answer as Answer }),
      () => this.say('not_found'),
    )
  }

  /** Tells a fact: for this conversation at once, for a product or the whole store as a proposal to the lead too. */
  fill(slot: string, value: string, scope: FactScope): void {
    const { talk } = this
    if (!talk || value.trim() === '') return
    const ref = refOf(talk.ref)
    this.send({ type: 'facts.update', ...ref, facts: factPatch(slot, value) })
    if (scope === 'chat') {
      this.say('filled')
      return
    }
    const { state, locale } = talk.list?.answer ?? {}
    const product = scope === 'product' ? state?.product : undefined
    const { agent } = this.deps
    // absent fields are left out of the JSON
    const body = { ...ref, scope, product, slot, value: value.trim(), locale, agent }
    this.ask('/v1/facts/proposals', body, 'proposed', 'not_proposed')
  }

  tick(list: List, suggestion: Suggestion, action: string): void {
    if (this.isAgents()) return
    const done = this.talkOf(list)?.marks[suggestion.id]?.done ?? []
    if (done.includes(action)) return
    this.mark(list, suggestion, { done: [...done, action] })
    const at = this.iso()
    this.send({
      type: 'event.add',
      ...refOf(list.conversation),
      eventId: this.deps.newId(),
      event: 'todo_done',
      at,
      data: { action, suggestionId: suggestion.id },
    })
    this.say('done')
  }

  /** Keeps what the agent has written as a script of their own, for what the shopper has asked. */
  saveReply(text: string): void {
    const { talk } = this
    if (!talk || text.trim() === '') {
      this.say('nothing_to_save')
      return
    }
    const { intents = [], locale } = talk.list?.answer ?? {}
    const { store } = talk.ref
    const { agent } = this.deps
    // absent fields are left out of the JSON
    const body = { store, text: text.trim(), intent: intents[0]?.name, locale, agent }
    this.ask('/v1/learning/proposals', body, 'saved', 'not_saved')
  }

  unquiet(): void {
    if (this.talk) this.step({ kind: 'unquiet', conversationId: this.talk.ref.conversationId })
  }

  dismissNudge({ nudgeId, conversationId }: Nudge): void {
    this.send({ type: 'nudge.dismiss', nudgeId, conversationId })
    this.step({ kind: 'unnudge', conversationId, nudgeId })
  }

  /** Inserts what a reminder proposes. */
  insertNudge(nudge: Nudge): void {
    const talk = this.state.talks.get(nudge.conversationId)
    if (!talk || !nudge.suggestion) return
    // its line belongs to a turn of its own, which its id begins with
    const turnId = nudge.suggestion.id.replace(/\.\d+$/, '')
    this.insert({ conversation: talk.ref, turnId }, nudge.suggestion, 0)
  }

  private searchHold(): void {
    const locale = this.talk?.list?.answer.locale
    if (locale) this.search(HOLDING[locale])
    else this.say('nothing')
  }

  private ask(path: string, body: object, good: Notice['says'], bad: Notice['says']): void {
    if (this.isAgents()) return
    this.deps.source.request(path, { method: 'POST', body }).then(
      () => this.say(good),
      () => this.say(bad),
    )
  }
}
