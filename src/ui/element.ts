import type { Message } from '../protocol/index.ts'
import { agentOf, boxOf, conversationOf, limitOf, localeAt } from './attributes.ts'
import { type ConversationRef, isSameConversation, refOf } from './conversation-ref.ts'
import { copyText } from './copy-text.ts'
import { Desk } from './desk.ts'
import { Caret, textOf, undoIn } from './insert.ts'
import { DEFAULT_KEYS, type KeyMap } from './keys.ts'
import { listenToPage } from './listen-to-page.ts'
import { newId } from './new-id.ts'
import { ownSource } from './own-source.ts'
import { place } from './place.ts'
import { Screen } from './screen.ts'
import type { PanelSource } from './source.ts'
import STYLE from './style.css'
import type { Ui } from './views/ui.ts'
import { Vocabulary } from './vocabulary.ts'
import type { Language } from './words/language.ts'

/** An open conversation, as the host calls it. */
export type NamedConversation = ConversationRef & { readonly title?: string }

/** A hold line asked for in the queue is inserted once the host has turned to that shopper, if that is soon. */
const TURN_MS = 3_000

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
  private toHold: { readonly conversationId: string; readonly at: number } | undefined
  private off = new AbortController()

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
  }

  /** The conversation that the page shows. */
  get conversation(): ConversationRef | undefined {
    return this.given ?? conversationOf(this)
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
    this.off.abort()
    this.desk = undefined
  }

  attributeChangedCallback(): void {
    this.follow()
  }

  private begun(): PanelSource | undefined {
    if (this.isConnected && !this.desk) this.start()
    return this.source
  }

  private start(): void {
    const own = this.source ? undefined : this.connect()
    this.source ??= own
    const { source, shadowRoot: root } = this
    if (!source || !root) return
    const watches = this.hasAttribute('watch')
    const box = () => boxOf(this)
    const caret = new Caret(box)
    const vocabulary = new Vocabulary(source)
    const keys = () => ({ ...DEFAULT_KEYS, ...this.keys })
    // before the desk, which may have something to show at once
    const screen = new Screen({
      root,
      locale: () => localeAt(this),
      limit: () => limitOf(this),
      ui: (language) => this.ui({ desk, vocabulary, language, keys: keys() }),
    })
    const desk = new Desk({
      source,
      watches,
      agent: agentOf(this),
      limit: () => limitOf(this),
      uiLocale: () => localeAt(this),
      now: Date.now,
      clock: () => performance.now(),
      newId,
      identify: () => (this.identify ? this.identify() : this.conversation),
      // an onlooker's text is offered to nobody
      insert: (insertion) => place(insertion, { panel: watches ? undefined : this, box: box(), caret }),
      copy: copyText,
      changed: () => screen.draw(),
    })
    this.desk = desk
    this.off = new AbortController()
    const { signal } = this.off
    signal.addEventListener('abort', () => {
      caret.close()
      desk.close()
      screen.close()
      own?.close()
      if (own) this.source = undefined
    })
    const page = { panel: this, desk, keys, box, isComposing: () => caret.isComposing, grips: () => screen.grips }
    listenToPage(page, signal)
    this.follow()
    screen.draw()
  }

  private connect() {
    const server = this.getAttribute('server')
    if (!server) return undefined
    let ticket = this.getAttribute('ticket') ?? undefined
    return ownSource({
      server,
      agent: agentOf(this) ?? { id: 'agent' },
      uiLocale: localeAt(this),
      limit: limitOf(this),
      ticket: async () => {
        if (this.getTicket) return this.getTicket()
        const once = ticket
        ticket = undefined
        return once
      },
    })
  }

  /** Opens what the host names and turns to what its page shows. */
  private follow(): void {
    const { desk, conversation, others, toHold } = this
    if (!desk) return
    const isNamed = others.some((one) => isSameConversation(one, conversation))
    desk.open(conversation && !isNamed ? [...others, conversation] : others)
    desk.look(conversation)
    if (toHold && conversation?.conversationId === toHold.conversationId) {
      this.toHold = undefined
      if (performance.now() - toHold.at < TURN_MS) desk.holdCurrent()
    }
  }

  private ui({
    desk,
    vocabulary,
    language,
    keys,
  }: {
    desk: Desk
    vocabulary: Vocabulary
    language: Language
    keys: KeyMap
  }): Ui {
    const box = boxOf(this)
    return {
      desk,
      language,
      words: language.words,
      keys,
      now: Date.now() + desk.state.skewMs,
      slotName: (slot) => vocabulary.slotName(slot, language),
      products: () => vocabulary.products(this.conversation?.store, language.locale),
      select: (conversationId, hold) => this.select(desk, conversationId, hold),
      saveReply: () => desk.saveReply(this.readDraft?.() ?? (box ? textOf(box) : '')),
      undo: box ? () => undoIn(box) : undefined,
      leave: () => box?.focus(),
    }
  }

  private select(desk: Desk, conversationId: string, hold: boolean): void {
    const talk = desk.state.talks.get(conversationId)
    if (!talk) return
    this.toHold = hold ? { conversationId, at: performance.now() } : undefined
    const detail = { conversation: talk.ref }
    this.dispatchEvent(new CustomEvent('huashu-select', { detail, bubbles: true, composed: true }))
    if (hold) this.follow()
  }
}

/** Makes `<huashu-panel>` known to the page; once, whoever asks. */
export function definePanel(): void {
  if (!customElements.get('huashu-panel')) customElements.define('huashu-panel', HuashuPanel)
}
