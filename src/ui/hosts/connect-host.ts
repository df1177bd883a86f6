import type { Placed } from '../desk-deps.ts'
import type { PanelSource } from '../source.ts'
import type { Contact, Drafted, Host } from './host.ts'

/** Which conversation is meant, as the panel names it. */
interface Ref {
  readonly store?: string | undefined
  readonly channel?: string | undefined
  readonly conversationId: string
}

/** What is used of the detail of `huashu-insert`. */
interface Draft {
  readonly text: string
  readonly conversation: Ref
  respondWith(outcome: Promise<Placed>): void
}

/** What is used of `<huashu-panel>`. */
export interface PanelElement extends EventTarget {
  source: PanelSource | undefined
  conversation: Ref | undefined
  identify: (() => Ref | undefined) | undefined
}

export interface HostConnection {
  /** Tells what the shopper in front has said, where the desk does not: pasted, marked or typed by the agent. False when nobody is in front. */
  hear(text: string): boolean
  close(): void
}

export interface ConnectOptions {
  readonly store?: string | undefined
  /** What is known of a shopper besides: order, product, stage of the purchase; from the plug-in's own calls. */
  readonly factsOf?: (contact: Contact) => Promise<Record<string, unknown> | undefined>
  /** Where a paste outside of any field is taken as what the shopper said: the document. */
  readonly page?: EventTarget | undefined
  /** Told what became of each draft, and what went wrong. */
  readonly drafted?: (outcome: Drafted | 'failed', text: string, error?: unknown) => void
  readonly newId: () => string
}

/**
 * Puts a panel beside a desk: it follows the shopper in front, its drafts go into their reply box and into nobody else's. On a desk that gives no text the next step
 * is suggested by what is known: stage, order, product.
 */
export function connectHost(host: Host, panel: PanelElement, options: ConnectOptions): HostConnection {
  const { store, factsOf, page, drafted = () => undefined, newId } = options
  let front: Contact | undefined
  let isClosed = false

  const refOf = ({ id }: Contact): Ref => ({
    ...(store === undefined ? {} : { store }),
    channel: host.channel,
    conversationId: id,
  })
  const isInFront = (contact: Contact) => !isClosed && front?.id === contact.id

  function hear(text: string): boolean {
    const said = text.trim()
    if (!front || said === '') return false
    const message = { role: 'shopper' as const, text: said.slice(0, TEXT_CHARS) }
    panel.source?.send({ type: 'message.add', ...refOf(front), messageId: newId(), ...message })
    return true
  }

  async function turnTo(contact: Contact | undefined): Promise<void> {
    if (isClosed || contact?.id === front?.id) return
    front = contact
    panel.conversation = contact && refOf(contact)
    if (!contact) return
    const [facts, text] = await Promise.all([
      factsOf?.(contact).catch(() => undefined),
      host.readText?.(contact).catch(() => undefined),
    ])
    if (!isInFront(contact)) return
    if (facts) panel.source?.send({ type: 'facts.update', ...refOf(contact), facts })
    // without a word of the shopper there is a next step all the same
    if (text === undefined || !hear(text)) panel.source?.send({ type: 'suggest.request', ...refOf(contact) })
  }

  async function insert(contact: Contact, text: string): Promise<Placed> {
    try {
      const outcome = await host.insertDraft(contact, text)
      drafted(outcome, text)
      return outcome === 'elsewhere' ? 'failed' : outcome
    } catch (error) {
      drafted('failed', text, error)
      return 'failed'
    }
  }

  const takeDraft = (event: Event) => {
    const { text, conversation, respondWith } = (event as CustomEvent<Draft>).detail
    // from here on the draft is ours: the panel does not put it anywhere else
    event.preventDefault()
    if (front && conversation.conversationId === front.id) return respondWith(insert(front, text))
    drafted('elsewhere', text)
    respondWith(Promise.resolve('failed'))
  }
  const takePaste = (event: Event) => {
    const { clipboardData, target } = event as Event & { clipboardData?: { getData(type: string): string } | null }
    if (isField(target)) return
    if (hear(clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
  }

  panel.identify = () => front && refOf(front)
  panel.addEventListener('huashu-insert', takeDraft)
  page?.addEventListener('paste', takePaste)
  let isTold = false
  const stop = host.onActiveContact((contact) => {
    isTold = true
    void turnTo(contact)
  })
  // who was in front before anybody told of a change
  void host.activeContact().then(
    (contact) => (isTold ? undefined : turnTo(contact)),
    () => undefined,
  )

  return {
    hear,
    close() {
      isClosed = true
      stop()
      panel.identify = undefined
      panel.removeEventListener('huashu-insert', takeDraft)
      page?.removeEventListener('paste', takePaste)
    },
  }
}

const TEXT_CHARS = 5_000

/** The panel's own search, and any other place that is written into. */
function isField(target: EventTarget | null): boolean {
  const { tagName, isContentEditable, shadowRoot } = (target ?? {}) as {
    tagName?: string
    isContentEditable?: boolean
    shadowRoot?: unknown
  }
  return tagName === 'INPUT' || tagName === 'TEXTAREA' || isContentEditable === true || Boolean(shadowRoot)
}
