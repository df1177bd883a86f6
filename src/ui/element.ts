import { h, render } from 'preact'
import type { Message } from '../protocol/index.ts'
import { type ConversationRef, isSameConversation, refOf } from './conversation-ref.ts'
import { copyText } from './copy-text.ts'
import { Desk } from './desk.ts'
import type { InsertDetail, Insertion, Placed } from './desk-deps.ts'
import { Caret, insertInto, textOf, undoIn } from './insert.ts'
import { DEFAULT_KEYS, isComposing, type KeyMap, keyAct } from './keys.ts'
import { SLOTS } from './names.ts'
import { newId } from './new-id.ts'
import { ownSource } from './own-source.ts'
import { REACTION_MS } from './painted.ts'
import type { PanelSource } from './source.ts'
import STYLE from './style.css'
import { type Grips, Panel } from './views/panel.tsx'
import type { Ui } from './views/ui.ts'
import { localeOf, WORDS } from './words.ts'

/** An open conversation, as the host calls it. */
export type NamedConversation = ConversationRef & { readonly title?: string }

const SECOND_MS = 1_000
/** A hold line asked for in the queue is inserted once the host has turned to that shopper, if that is soon. */
const TURN_MS = 3_000
const DEFAULT_LIMIT = 5
/** How long a host may take to place a text. */
const ANSWER_WITHIN_MS = 5_000

/** `<huashu-panel>`: see README.md for its attributes, properties, methods and events. */
export class HuashuPanel extends HTMLElement {
  static readonly observedAttributes = ['lang', 'store', 'channel', 'conversation', 'limit', 'keys']

  /** A connection that somebody else holds; without one the panel makes its own to `server`. Set before the panel is put into the page. */
  source: PanelSource | undefined
  /** Gives a ticket for one session, anew for each; the attribute `ticket` serves for the first one only. */
  getTicket: (() => Promise<string>) | undefined
  /** Reads at the very moment of an insertion which conversation the page shows; without it `conversation` counts. */
  identify: (() => ConversationRef | undefined) | undefined
  /** What the agent has written so far, where the panel cannot see the reply box itself. */
  readDraft: (() => string) | undefined
  /** Keys that differ from the usual ones. */
  keys: Partial<KeyMap> = {}

  private desk: Desk | undefined
  private given: ConversationRef | undefined
  private others: readonly NamedConversation[] = []
  private own: { close(): void } | undefined
  private caret: Caret | undefined
  private off: AbortController | undefined
  private grips: Grips | undefined
  private tick: ReturnType<typeof setInterval> | undefined
  private toHold: { readonly conversationId: string; readonly at: number } | undefined
  private slotNames = new Map<string, Readonly<Record<string, string>>>()
  private isDrawing = false

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
  }

  /** The conversation that the page shows. */
  get conversation(): ConversationRef | undefined {
    return this.given ?? this.named()
  }

  set conversation(conversation: ConversationRef | undefined) {
    this.given = conversation && { ...conversation }
    this.follow()
  }

  /** Every conversation the agent has open, for the queue. */
  get conversations(): readonly NamedConversation[] {
    return this.others
  }

  set conversations(conversations: readonly NamedConversation[]) {
    this.others = [...conversations]
    this.follow()
  }

  /** Passes on what was said in a conversation, where no webhook does. */
  addMessage(conversation: ConversationRef, message: Message & { messageId: string }): void {
    this.begun()?.send({ type: 'message.add', ...refOf(conversation), ...message })
  }

  /** Passes on what the page knows: product, order, shopper, stock. */
  setFacts(conversation: ConversationRef, facts: Record<string, unknown>): void {
    this.begun()?.send({ type: 'facts.update', ...refOf(conversation), facts })
  }

  connectedCallback(): void {
    // properties may still be set by whoever puts the element there
    queueMicrotask(() => this.begun())
  }

  disconnectedCallback(): void {
    this.off?.abort()
    this.caret?.close()
    clearInterval(this.tick)
    this.desk?.close()
    this.own?.close()
    if (this.own) this.source = undefined
    this.own = undefined
    this.desk = undefined
    if (this.shadowRoot) render(null, this.shadowRoot)
  }

  attributeChangedCallback(): void {
    this.follow()
  }

  private begun(): PanelSource | undefined {
    if (this.isConnected && !this.desk) this.start()
    return this.source
  }

  private start(): void {
    const agent = { id: this.getAttribute('agent') ?? 'agent', name: this.getAttribute('agent-name') ?? undefined }
    const source = this.source ?? this.connect(agent)
    if (!source) return
    this.source = source
    this.caret = new Caret(() => this.box())
    this.desk = new Desk({
      source,
      watches: this.hasAttribute('watch'),
      agent: this.hasAttribute('agent') ? agent : undefined,
      now: Date.now,
      clock: () => performance.now(),
      newId,
      identify: () => (this.identify ? this.identify() : this.conversation),
      insert: (insertion) => this.insert(insertion),
      copy: copyText,
      changed: () => this.draw(),
    })
    this.watch()
    this.readSlotNames(source)
    this.follow()
    this.tick = setInterval(() => this.draw(), SECOND_MS)
  }

  private connect(agent: { id: string; name?: string | undefined }): PanelSource | undefined {
    const server = this.getAttribute('server')
    if (!server) return undefined
    let ticket = this.getAttribute('ticket') ?? undefined
    const made = ownSource({
      server,
      agent: agent.name === undefined ? { id: agent.id } : { id: agent.id, name: agent.name },
      uiLocale: this.locale,
      limit: this.limit,
      ticket: async () => {
        if (this.getTicket) return this.getTicket()
        const once = ticket
        ticket = undefined
        return once
      },
    })
    this.own = made
    return made
  }

  private get locale() {
    return localeOf(this.closest('[lang]')?.getAttribute('lang') ?? navigator.language)
  }

  private get limit(): number {
    const asked = Number(this.getAttribute('limit'))
    return Number.isInteger(asked) && asked >= 1 && asked <= 10 ? asked : DEFAULT_LIMIT
  }

  private named(): ConversationRef | undefined {
    const conversationId = this.getAttribute('conversation')
    if (!conversationId) return undefined
    const store = this.getAttribute('store') ?? undefined
    const channel = this.getAttribute('channel') ?? undefined
    return refOf({ store, channel, conversationId })
  }

  /** Opens what the host names and turns to what its page shows. */
  private follow(): void {
    const { desk, conversation } = this
    if (!desk) return
    const isNamed = this.others.some((one) => isSameConversation(one, conversation))
    desk.open(conversation && !isNamed ? [...this.others, conversation] : this.others)
    desk.look(conversation)
    const { toHold } = this
    if (toHold && conversation?.conversationId === toHold.conversationId) {
      this.toHold = undefined
      if (performance.now() - toHold.at < TURN_MS) desk.holdCurrent()
    }
  }

  private box(): HTMLElement | null {
    const selector = this.getAttribute('for')
    return selector && !this.desk?.watches ? document.querySelector<HTMLElement>(selector) : null
  }

  private insert(insertion: Insertion): Placed | Promise<Placed> {
    let outcome: Promise<Placed> | undefined
    const detail: InsertDetail = {
      ...insertion,
      respondWith(told) {
        outcome ??= inTime(told)
      },
    }
    const event = new CustomEvent('huashu-insert', { detail, bubbles: true, composed: true, cancelable: true })
    // who takes the text over says so; an onlooker's is offered to nobody
    const isTaken = !this.desk?.watches && !this.dispatchEvent(event)
    if (outcome) return outcome
    if (isTaken) return 'inserted'
    const box = this.box()
    if (detail.part.kind !== 'text' || !box || !this.caret) {
      copyText(detail.text || (detail.part.ref ?? detail.part.alt ?? ''))
      return 'copied'
    }
    return insertInto(box, detail.text, this.caret) ? 'inserted' : 'failed'
  }

  private watch(): void {
    this.off = new AbortController()
    const options = { signal: this.off.signal, capture: true }
    const alt = (isDown: boolean) => this.desk?.hold('alt', isDown)
    window.addEventListener('keydown', (event) => this.press(event), options)
    window.addEventListener('keyup', (event) => event.key === 'Alt' && alt(false), options)
    window.addEventListener(
      'blur',
      () => {
        alt(false)
        this.desk?.hold('down', false)
      },
      options,
    )
    for (const end of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(end, () => this.desk?.hold('down', false), options)
    document.addEventListener('beforeinput', (event) => this.beginSearch(event), options)
  }

  private press(event: KeyboardEvent): void {
    const { desk } = this
    if (!desk || this.getAttribute('keys') === 'off' || this.caret?.isComposing || isComposing(event)) return
    if (event.key === 'Alt') desk.hold('alt', true)
    // who types in the page has left the pointer where it lay
    if (!event.altKey && !event.composedPath().includes(this)) desk.hold('over', false)
    const act = keyAct(event, { ...DEFAULT_KEYS, ...this.keys })
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    const at = event.timeStamp
    if (act.act === 'insert') desk.pick(act.place, at)
    else if (act.act === 'copy') desk.copyPlace(act.place, at)
    else if (act.act === 'hold') desk.pickHold(at)
    else if (act.act === 'fix') desk.fixFirst(at)
    else if (act.act === 'search') this.grips?.search()
    else this.grips?.list()
  }

  /** `/` or `、` in an empty reply box looks in the library; an input method writes `、` without a key that says so. */
  private beginSearch(event: InputEvent): void {
    const box = this.box()
    if (this.getAttribute('keys') === 'off' || !box || event.isComposing || !event.composedPath().includes(box)) return
    if ((event.data !== '/' && event.data !== '、') || textOf(box).trim() !== '') return
    event.preventDefault()
    this.grips?.search()
  }

  /** One drawing for all that changed in one go. */
  private draw(): void {
    if (this.isDrawing) return
    this.isDrawing = true
    queueMicrotask(() => {
      this.isDrawing = false
      const { desk, shadowRoot } = this
      if (!desk || !shadowRoot) return
      render(h(Panel, { ui: this.ui(desk), limit: this.limit, grips: this.take }), shadowRoot)
      if (desk.isFresh()) setTimeout(() => this.draw(), REACTION_MS)
    })
  }

  private readonly take = (grips: Grips): void => {
    this.grips = grips
  }

  private ui(desk: Desk): Ui {
    const { locale } = this
    return {
      desk,
      locale,
      words: WORDS[locale],
      keys: { ...DEFAULT_KEYS, ...this.keys },
      now: Date.now() + desk.state.skewMs,
      slotName: (slot) => SLOTS[locale][slot] ?? this.slotNames.get(slot)?.[locale] ?? slot,
      products: () => this.readProducts(locale),
      select: (conversationId, hold) => this.select(conversationId, hold),
      saveReply: () => desk.saveReply(this.draft()),
      undo: this.box() ? () => this.undo() : undefined,
      leave: () => this.box()?.focus(),
    }
  }

  private draft(): string {
    const box = this.box()
    return this.readDraft?.() ?? (box ? textOf(box) : '')
  }

  private undo(): void {
    const box = this.box()
    if (box) undoIn(box)
  }

  private select(conversationId: string, hold: boolean): void {
    const talk = this.desk?.state.talks.get(conversationId)
    if (!talk) return
    this.toHold = hold ? { conversationId, at: performance.now() } : undefined
    const detail = { conversation: talk.ref }
    this.dispatchEvent(new CustomEvent('huashu-select', { detail, bubbles: true, composed: true }))
    if (hold) this.follow()
  }

  private async readSlotNames(source: PanelSource): Promise<void> {
    const { slots } = (await source.request('/v1/slots').catch(() => ({ slots: [] }))) as {
      slots: { name: string; says: Record<string, string> }[]
    }
    this.slotNames = new Map(slots.map(({ name, says }) => [name, says]))
  }

  private async readProducts(locale: string): Promise<{ id: string; name: string }[]> {
    const store = this.conversation?.store
    const path = `/v1/products?limit=200${store === undefined ? '' : `&store=${encodeURIComponent(store)}`}`
    const { products = [] } = ((await this.source?.request(path).catch(() => undefined)) ?? {}) as {
      products?: { id: string; shortName: string | Record<string, string> }[]
    }
    return products.map(({ id, shortName }) => ({
      id,
      name: typeof shortName === 'string' ? shortName : (shortName[locale] ?? id),
    }))
  }
}

/** What a host says of an insertion; who says nothing in time has not done it. */
function inTime(told: Promise<Placed>): Promise<Placed> {
  return new Promise((resolve) => {
    const fail = () => resolve('failed')
    told.then(resolve, fail)
    setTimeout(fail, ANSWER_WITHIN_MS)
  })
}

/** Makes `<huashu-panel>` known to the page; once, whoever asks. */
export function definePanel(): void {
  if (!customElements.get('huashu-panel')) customElements.define('huashu-panel', HuashuPanel)
}
