import type { Contact, Host } from './host.ts'

/** What a desk's plug-in can do, as whoever builds the plug-in hands it over; what is missing is done without. */
export interface Bridge {
  activeContact(): Promise<Contact | undefined> | Contact | undefined
  onActiveContact?(listener: (contact: Contact | undefined) => void): () => void
  insertDraft?(contact: Contact, text: string): Promise<void> | void
  readText?(contact: Contact): Promise<string | undefined> | string | undefined
}

export interface BridgeOptions {
  readonly channel: string
  /** Puts a text into the clipboard, for desks that take no draft. */
  readonly copy: (text: string) => Promise<void> | void
  /** How often a desk that tells of no change is asked who is in front. */
  readonly askEveryMs?: number
}

const ASK_EVERY_MS = 700

/** A host from whatever a plug-in has: a desk that tells of no change is asked, one that takes no draft gets it by the clipboard. */
export function createBridgeHost(bridge: Bridge, { channel, copy, askEveryMs = ASK_EVERY_MS }: BridgeOptions): Host {
  const activeContact = async () => bridge.activeContact()

  function ask(listener: (contact: Contact | undefined) => void): () => void {
    let last: string | undefined
    const timer = setInterval(async () => {
      const contact = await activeContact().catch(() => undefined)
      if (contact?.id === last) return
      last = contact?.id
      listener(contact)
    }, askEveryMs)
    return () => clearInterval(timer)
  }

  const { readText } = bridge
  return {
    channel,
    activeContact,
    onActiveContact: (listener) => bridge.onActiveContact?.(listener) ?? ask(listener),
    async insertDraft(contact, text) {
      if ((await activeContact())?.id !== contact.id) return 'elsewhere'
      if (bridge.insertDraft) {
        await bridge.insertDraft(contact, text)
        return 'inserted'
      }
      await copy(text)
      return 'copied'
    },
    ...(readText ? { readText: async (contact: Contact) => readText.call(bridge, contact) } : {}),
  }
}

/** 京麦 by the same seam. Nothing public says how its plug-ins read a talk or fill the reply box: they hand over what they can. */
export function createJingmaiHost(bridge: Bridge, options: Omit<BridgeOptions, 'channel'>): Host {
  return createBridgeHost(bridge, { ...options, channel: 'jd' })
}
