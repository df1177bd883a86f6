import type { ClientFrame, FeedbackRequest, Suggestion, Tone } from '../protocol/index.ts'
import { type ConversationRef, isSameConversation, refOf } from './conversation-ref.ts'
import { factPatch } from './fact-patch.ts'
import { applyFix } from './marked-text.ts'
import { meant, type Painted, paint, shown } from './painted.ts'
import { type Act, EMPTY, type HeardAt, type PanelState, panelState } from './panel-state.ts'
import type { Heard, PanelSource } from './source.ts'
import type { List, Mark, Nudge, Talk } from './talk.ts'

/** Something to be put into the reply box. */
export interface Insertion {
  readonly text: string
  /** The part of the suggestion it is, for what is no text too (an image, a coupon). */
  readonly part: Suggestion['parts'][number]
  readonly suggestionId: string
  readonly turnId: string
  readonly conversation: ConversationRef
}

/** What became of an insertion: it stands in the box, it lies in the clipboard because there is no box, or it could not be placed. */
export type Placed = 'inserted' | 'copied' | 'failed'

/** What the last thing came to, for the foot of the panel. */
export interface Notice {
  readonly says:
    | Placed
    | 'elsewhere'
    | 'blocked'
    | 'nothing'
    | 'dismissed'
    | 'reported'
    | 'filled'
    | 'proposed'
    | 'not_proposed'
    | 'saved'
    | 'not_saved'
    | 'nothing_to_save'
    | 'done'
  /** Epoch milliseconds. */
  readonly at: number
}

export interface DeskDeps {
  readonly source: PanelSource
  readonly agent: { readonly id: string; readonly name?: string | undefined } | undefined
  /** Epoch milliseconds. */
  now(): number
  /** Milliseconds of the clock that key presses are stamped with. */
  clock(): number
  newId(): string
  /** Which conversation the page shows at this very moment. */
  identify(): ConversationRef | undefined
  insert(insertion: Insertion): Placed
  copy(text: string): void
  /** Something is to be drawn anew. */
  changed(): void
}

/** Whose suggestion it is, and of which turn. */
type OfTurn = Pick<List, 'conversation' | 'turnId'>

export type Reason = NonNullable<FeedbackRequest['reason']>
export type Holder = 'over' | 'down' | 'alt'
export type FactScope = 'chat' | 'product' | 'store'

/** The same part twice within this time is one press that arrived twice. */
const ONE_PRESS_MS = 500

/** What an agent works at: the fold of all that is heard and done, what is painted of it, and everything that may be done. Knows no page. */
export class Desk {
  state: PanelState = EMPTY
  notice: Notice | undefined
  private painted: Painted<List> = []
  private readonly held = new Set<Holder>()
  private last: { id: string; part: number; at: number } | undefined
  private readonly unlisten: () => void
  private readonly deps: DeskDeps

  constructor(deps: DeskDeps) {
    this.deps = deps
    this.unlisten = deps.source.listen((heard) => this.hear(heard))
  }

  close(): void {
    this.unlisten()
  }

  /** The list on the screen. */
  get list(): List | undefined {
    return shown(this.painted)
  }

  /** The conversation that is looked at. */
  get talk(): Talk | undefined {
    return this.state.current === undefined ? undefined : this.state.talks.get(this.state.current)
  }

  /** Whether a newer list waits for the pointer or the key to be let go. */
  get hasNews(): boolean {
    return this.wanted !== this.list
  }

  /** Whether what is painted is of another conversation than the one looked at. */
  get isForeign(): boolean {
    return this.list !== undefined && !isSameConversation(this.list.conversation, this.talk?.ref)
  }

  /** Opens conversations that are to be listened to, and closes those that are no longer named. */
  open(conversations: readonly (ConversationRef & { readonly title?: string | undefined })[]): void {
    const wanted = new Map(conversations.map((one) => [one.conversationId, one]))
    for (const { ref } of [...this.state.talks.values()]) {
      const next = wanted.get(ref.conversationId)
      if (next && isSameConversation(ref, next)) continue
      this.send({ type: 'conversation.close', ...refOf(ref) })
      this.step({ kind: 'close', conversationId: ref.conversationId })
    }
    for (const one of wanted.values()) {
      const known = this.state.talks.get(one.conversationId)
      if (!known) this.openOne(one, one.title)
      else if (known.title !== one.title)
        this.step({ kind: 'open', ref: known.ref, title: one.title, id: known.opening ?? '' })
    }
  }

  /** Turns to one of the open conversations. */
  look(conversation: ConversationRef | undefined): void {
    this.step({ kind: 'look', conversationId: conversation?.conversationId })
  }

  /** While anything holds the list, a pointer over it or pressed on it or the Alt key, what is painted stays. */
  hold(by: Holder, isHeld: boolean): void {
    if (this.held.has(by) === isHeld) return
    if (isHeld) this.held.add(by)
    else this.held.delete(by)
    this.settle()
  }

  /** Inserts what stood at this place when the key was pressed. */
  pick(place: number, pressedAt: number): void {
    const list = meant(this.painted, pressedAt)
    const suggestion = list?.suggestions[place]
    if (list && suggestion) this.insert(list, suggestion, place)
  }

  /** The same for the hits of a search: what stood there before there were any is not meant. */
  pickHit(place: number, pressedAt: number): void {
    if (meant(this.painted, pressedAt)?.query !== undefined) this.pick(place, pressedAt)
  }

  /** Whether keys still take the list before this one. */
  isFresh(): boolean {
    return meant(this.painted, this.deps.clock()) !== this.list
  }

  /** Inserts the first line that only holds the shopper. */
  pickHold(pressedAt: number): void {
    const list = meant(this.painted, pressedAt)
    const place = list?.suggestions.findIndex(({ tier }) => tier === 'hold') ?? -1
    if (place < 0) {
      this.say('nothing')
      return
    }
    this.pick(place, pressedAt)
  }

  /** Inserts the holding line of the conversation that was just turned to, as was asked for by its name. */
  holdCurrent(): void {
    const list = this.talk?.list
    const place = list?.suggestions.findIndex(({ tier }) => tier === 'hold') ?? -1
    const suggestion = list?.suggestions[place]
    if (list && suggestion) this.insert(list, suggestion, place)
    else this.say('nothing')
  }

  /** Puts the first fix there is in place. */
  fixFirst(pressedAt: number): void {
    const list = meant(this.painted, pressedAt)
    const marks = list && this.talkOf(list)?.marks
    for (const suggestion of list?.suggestions ?? []) {
      const warnings = marks?.[suggestion.id]?.warnings ?? suggestion.warnings
      const warning = warnings.findIndex(({ fix }) => fix !== undefined)
      if (!list || warning < 0) continue
      this.fix(list, suggestion, warning)
      return
    }
  }

  copyPlace(place: number, pressedAt: number): void {
    const list = meant(this.painted, pressedAt)
    const suggestion = list?.suggestions[place]
    if (list && suggestion) this.copy(list, suggestion, place)
  }

  /** Inserts a suggestion of a list; `text` when the agent has changed it. Into no conversation but its own. */
  insert(list: OfTurn, suggestion: Suggestion, place: number, text?: string): void {
    const talk = this.talkOf(list)
    const mark = talk?.marks[suggestion.id]
    if (mark?.dismissed) return
    const parts = text === undefined && mark?.text === undefined ? suggestion.parts : []
    const index = parts.length > 1 ? (mark?.inserted ?? 0) % parts.length : 0
    const part = (parts.length > 1 ? parts[index] : undefined) ?? {
      kind: 'text' as const,
      text: text ?? mark?.text ?? suggestion.text,
    }
    const at = this.deps.clock()
    if (this.last?.id === suggestion.id && this.last.part === index && at - this.last.at < ONE_PRESS_MS) return
    if ((text ?? mark?.text) === mark?.text && mark?.warnings?.some(({ level }) => level === 'block')) {
      this.say('blocked')
      return
    }
    const conversation = refOf(list.conversation)
    // the page may have turned to another shopper since the list was painted
    if (!isSameConversation(conversation, this.deps.identify())) {
      this.say('elsewhere')
      return
    }
    const { id: suggestionId } = suggestion
    const { turnId } = list
    const placed = this.deps.insert({ text: part.text ?? '', part, suggestionId, turnId, conversation })
    this.say(placed)
    if (placed === 'failed') return
    this.last = { id: suggestion.id, part: index, at }
    const changed = part.text === suggestion.text || parts.length > 1 ? undefined : part.text
    this.mark(list, suggestion, { inserted: index + 1 })
    this.feedback(list, suggestion, placed === 'copied' ? 'copied' : changed ? 'edited' : 'inserted', {
      position: place,
      ...(changed ? { finalText: changed } : {}),
    })
  }

  copyText(text: string): void {
    this.deps.copy(text)
    this.say('copied')
  }

  copy(list: List, suggestion: Suggestion, place: number): void {
    this.deps.copy(this.talkOf(list)?.marks[suggestion.id]?.text ?? suggestion.text)
    this.mark(list, suggestion, { copied: true })
    this.feedback(list, suggestion, 'copied', { position: place })
    this.say('copied')
  }

  /** Puts a suggestion away; its place stays, so that the others keep their numbers. */
  dismiss(list: List, suggestion: Suggestion, place: number, reason?: Reason): void {
    this.mark(list, suggestion, { dismissed: true })
    this.feedback(list, suggestion, 'dismissed', { position: place, ...(reason ? { reason } : {}) })
    this.say('dismissed')
  }

  undismiss(list: List, suggestion: Suggestion): void {
    this.mark(list, suggestion, { dismissed: false })
  }

  report(list: List, suggestion: Suggestion, place: number, reason: Reason): void {
    this.feedback(list, suggestion, 'reported', { position: place, reason })
    this.say('reported')
  }

  /** Puts the fix of one warning in place and has the text checked again. */
  fix(list: List, suggestion: Suggestion, warning: number): void {
    const mark = this.talkOf(list)?.marks[suggestion.id]
    const { text, warnings } = applyFix(mark?.text ?? suggestion.text, mark?.warnings ?? suggestion.warnings, warning)
    this.change(list, suggestion, text, warnings)
  }

  /** Keeps a text of the agent's own for a suggestion and has it checked. */
  change(list: List, suggestion: Suggestion, text: string, warnings: Mark['warnings'] = []): void {
    const draftId = this.deps.newId()
    this.mark(list, suggestion, { text, warnings, draftId })
    if (text.trim() !== '') this.send({ type: 'draft.check', ...refOf(list.conversation), draftId, text })
  }

  rewrite(list: List, suggestion: Suggestion, tone: Tone | undefined): void {
    const rewriteId = this.deps.newId()
    const { conversationId } = list.conversation
    const running = this.talkOf(list)?.rewrites[suggestion.id]
    if (running?.state === 'streaming') this.cancelRewrite(list, suggestion)
    this.step({ kind: 'rewrite', conversationId, rewriteId, suggestionId: suggestion.id })
    const { turnId } = list
    const asked = { rewriteId, turnId, suggestionId: suggestion.id, ...(tone ? { tone } : {}) }
    this.send({ type: 'rewrite.request', ...refOf(list.conversation), ...asked })
  }

  cancelRewrite(list: List, suggestion: Suggestion): void {
    const { conversationId } = list.conversation
    const running = this.talkOf(list)?.rewrites[suggestion.id]
    if (running?.state === 'streaming')
      this.send({ type: 'rewrite.cancel', rewriteId: running.rewriteId, conversationId })
    this.step({ kind: 'unrewrite', conversationId, suggestionId: suggestion.id })
  }

  /** Takes a rewording in place of the suggestion's own text. */
  useRewrite(list: List, suggestion: Suggestion): void {
    const done = this.talkOf(list)?.rewrites[suggestion.id]
    if (done?.state !== 'done' || done.accepted === false) return
    this.mark(list, suggestion, { text: done.text, warnings: done.warnings ?? [] })
    this.cancelRewrite(list, suggestion)
  }

  /** Looks in the library, or, without a query, goes back to what the shopper's message asks for. */
  search(query: string | undefined): void {
    const { talk } = this
    if (!talk || (query === undefined && !talk.search)) return
    const requestId = this.deps.newId()
    const { conversationId } = talk.ref
    const asked = query?.trim() ?? ''
    this.step({ kind: 'search', conversationId, query, requestId })
    // an empty box looks for nothing; leaving gives the turn back to the shopper's message
    if (query !== undefined && asked === '') return
    this.send({
      type: 'suggest.request',
      id: requestId,
      ...refOf(talk.ref),
      ...(query === undefined ? {} : { query: asked }),
    })
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
    const product = talk.list?.answer.state.product
    const body = { ...ref, scope, slot, value: value.trim(), ...(scope === 'product' && product ? { product } : {}) }
    this.ask('/v1/facts/proposals', body, 'proposed', 'not_proposed')
  }

  tick(list: List, suggestion: Suggestion, action: string): void {
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

  /** Offers what the agent has written to the library. */
  saveReply(text: string): void {
    const { talk } = this
    if (!talk || text.trim() === '') {
      this.say('nothing_to_save')
      return
    }
    const intent = talk.list?.answer.intents[0]?.name
    this.ask('/v1/scripts/proposals', { ...refOf(talk.ref), text: text.trim(), intent }, 'saved', 'not_saved')
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

  say(says: Notice['says']): void {
    this.notice = { says, at: this.deps.now() }
    this.deps.changed()
  }

  private hear(heard: Heard): void {
    if (heard.kind === 'frame') {
      this.step({ ...heard, at: this.deps.now() })
      return
    }
    const wasReady = this.state.connection === 'ready'
    this.step(heard)
    if (heard.state !== 'ready' || wasReady) return
    for (const { ref, title } of [...this.state.talks.values()]) this.openOne(ref, title)
  }

  private openOne(ref: ConversationRef, title: string | undefined): void {
    const id = this.deps.newId()
    this.step({ kind: 'open', ref: refOf(ref), title, id })
    // otherwise asked for once the connection is there
    if (this.state.connection === 'ready') this.send({ type: 'conversation.open', id, ...refOf(ref) })
  }

  private step(step: HeardAt | Act): void {
    this.state = panelState(this.state, step)
    this.settle()
  }

  private settle(): void {
    const { wanted } = this
    if (this.held.size === 0 && wanted !== this.list) {
      this.painted = paint(this.painted, wanted, this.deps.clock())
      if (wanted) this.tellShown(wanted)
    }
    this.deps.changed()
  }

  private tellShown(list: List): void {
    const said = list.query === undefined ? 'shown' : 'searched'
    list.suggestions.forEach((suggestion, position) => {
      this.feedback(list, suggestion, said, { position })
    })
  }

  /** The list that should be on the screen. */
  private get wanted(): List | undefined {
    const { list, search } = this.talk ?? {}
    if (search?.list && search.query.trim() !== '') return search.list
    return list?.quiet ? undefined : list
  }

  /** The talk a list belongs to, while it is open. */
  talkOf(list: OfTurn): Talk | undefined {
    const talk = this.state.talks.get(list.conversation.conversationId)
    return talk && isSameConversation(talk.ref, list.conversation) ? talk : undefined
  }

  private mark({ conversation }: OfTurn, suggestion: Suggestion, mark: Mark): void {
    this.step({ kind: 'mark', conversationId: conversation.conversationId, suggestionId: suggestion.id, mark })
  }

  private feedback(
    { turnId }: OfTurn,
    suggestion: Suggestion,
    action: FeedbackRequest['action'],
    more: Partial<FeedbackRequest>,
  ): void {
    const { agent } = this.deps
    const eventId = this.deps.newId()
    this.send({
      type: 'feedback.add',
      eventId,
      turnId,
      suggestionId: suggestion.id,
      action,
      at: this.iso(),
      ...(agent ? { agent } : {}),
      ...more,
    })
  }

  private ask(path: string, body: object, good: Notice['says'], bad: Notice['says']): void {
    this.deps.source.request(path, { method: 'POST', body }).then(
      () => this.say(good),
      () => this.say(bad),
    )
  }

  private send(frame: ClientFrame): void {
    this.deps.source.send(frame)
  }

  private iso(): string {
    return new Date(this.deps.now()).toISOString()
  }
}
