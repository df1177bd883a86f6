import type { ClientFrame, FeedbackRequest, Suggestion } from '../protocol/index.ts'
import { type ConversationRef, isSameConversation, refOf } from './conversation-ref.ts'
import type { DeskDeps, Holder, Notice, OfTurn } from './desk-deps.ts'
import { meant, type Painted, paint, shown } from './painted.ts'
import { type Act, EMPTY, type HeardAt, type PanelState, panelState } from './panel-state.ts'
import type { Heard } from './source.ts'
import type { List, Mark, Talk } from './talk.ts'

/** What an onlooker may say: nothing of it is kept, and nothing changes what the agent sees. */
const OF_ONLOOKERS = /^(?:conversation|draft|rewrite)\./

/** What a desk stands on: the fold of all that is heard and done, what of it is painted, and the way to the service. Knows no page. */
export class DeskFloor {
  state: PanelState = EMPTY
  notice: Notice | undefined
  protected readonly deps: DeskDeps
  private painted: Painted<List> = []
  private readonly held = new Set<Holder>()
  private readonly unlisten: () => void

  constructor(deps: DeskDeps) {
    this.deps = deps
    this.unlisten = deps.source.listen((heard) => this.hear(heard))
  }

  close(): void {
    this.unlisten()
  }

  /** Whether this is somebody who looks on at the talks of others. */
  get watches(): boolean {
    return this.deps.watches === true
  }

  /** The list on the screen. */
  get list(): List | undefined {
    return shown(this.painted)
  }

  /** The conversation that is looked at. */
  get talk(): Talk | undefined {
    return this.state.current === undefined ? undefined : this.state.talks.get(this.state.current)
  }

  /** The talk a list belongs to, while it is open. */
  talkOf(list: OfTurn): Talk | undefined {
    const talk = this.state.talks.get(list.conversation.conversationId)
    return talk && isSameConversation(talk.ref, list.conversation) ? talk : undefined
  }

  /** Whether a newer list waits for the pointer or the key to be let go. */
  get hasNews(): boolean {
    return this.wanted !== this.list
  }

  /** Whether what is painted is of another conversation than the one looked at. */
  get isForeign(): boolean {
    return this.list !== undefined && !isSameConversation(this.list.conversation, this.talk?.ref)
  }

  /** Whether keys still take the list before this one. */
  isFresh(): boolean {
    return meant(this.painted, this.deps.clock()) !== this.list
  }

  /** The list that a key means which was pressed then. */
  meantAt(pressedAt: number): List | undefined {
    return meant(this.painted, pressedAt)
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

  say(says: Notice['says']): void {
    this.notice = { says, at: this.deps.now() }
    this.deps.changed()
  }

  private hear(heard: Heard): void {
    if (heard.kind === 'frame') {
      const { frame } = heard
      if (frame.type === 'error' && frame.re !== undefined && frame.re === this.talk?.opening) this.say('no_access')
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
    if (this.state.connection !== 'ready') return
    this.send({ type: 'conversation.open', id, ...refOf(ref), ...(this.watches ? { watch: true } : {}) })
  }

  protected step(step: HeardAt | Act): void {
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

  protected mark({ conversation }: OfTurn, suggestion: Suggestion, mark: Mark): void {
    this.step({ kind: 'mark', conversationId: conversation.conversationId, suggestionId: suggestion.id, mark })
  }

  protected feedback(
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

  protected send(frame: ClientFrame): void {
    if (!this.watches || OF_ONLOOKERS.test(frame.type)) this.deps.source.send(frame)
  }

  /** Whether something is the agent's alone to do; an onlooker is told so. */
  protected isAgents(): boolean {
    if (this.watches) this.say('watching')
    return this.watches
  }

  protected iso(): string {
    return new Date(this.deps.now()).toISOString()
  }
}
