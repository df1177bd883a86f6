import type { SiteDescription } from '../../protocol/index.ts'
import type { LanguageChoice } from '../words.ts'

/** What pairing gave: the token stays in the background and in its storage, which pages cannot read. */
export interface Pairing {
  readonly server: string
  readonly token: string
  readonly expiresAt: string
  readonly agent: { readonly id: string; readonly name: string }
  /** Pinned: descriptions of chat pages that another key signed are refused. */
  readonly sitesKey?: string | undefined
}

export interface Hotkeys {
  /** Held together with 1 to 5: inserts that suggestion while the reply box has the keyboard. */
  readonly insert: 'Alt' | 'Control' | 'Alt+Shift' | 'off'
}

export interface Choices {
  readonly language: LanguageChoice
  readonly hotkeys: Hotkeys
}

/** Descriptions as the gateway signed them. */
export interface ServedSites {
  readonly etag: string
  readonly text: string
  /** Why the last ones that were offered are not used. */
  readonly refused?: string | undefined
}

interface Stored {
  pairing: Pairing
  choices: Choices
  /** Match patterns of the origins on which chats are read. */
  enabled: readonly string[]
  /** What agents pointed out themselves, by host. */
  picked: Readonly<Record<string, SiteDescription>>
  /** The site that an agent said a host is, such as a Chatwoot under a name of its own. */
  assigned: Readonly<Record<string, string>>
  served: ServedSites
}

const DEFAULT_CHOICES: Choices = { language: 'auto', hotkeys: { insert: 'Alt' } }

/** Everything that is kept, in storage that is closed to content scripts. */
export const settings = {
  /** Must run before anything is stored. */
  closeToPages: () => chrome.storage.local.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' }),
  pairing: () => read('pairing'),
  choices: async () => (await read('choices')) ?? DEFAULT_CHOICES,
  enabled: async () => (await read('enabled')) ?? [],
  picked: async () => (await read('picked')) ?? {},
  assigned: async () => (await read('assigned')) ?? {},
  served: () => read('served'),
  async write(change: Partial<Stored>): Promise<void> {
    await chrome.storage.local.set(change)
  },
  async forgetPairing(): Promise<void> {
    await chrome.storage.local.remove(['pairing', 'served'])
  },
  /** Calls back with the names of what changed. */
  onChange(listener: (names: readonly string[]) => void): void {
    chrome.storage.onChanged.addListener((changes, area) => {
      if (area === 'local') listener(Object.keys(changes))
    })
  },
}

async function read<Name extends keyof Stored>(name: Name): Promise<Stored[Name] | undefined> {
  return (await chrome.storage.local.get(name))[name] as Stored[Name] | undefined
}
