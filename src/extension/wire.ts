import type { ClientFrame, Facts, Message, SiteDescription } from '../protocol/index.ts'
import type { Heard, NamedConversation } from '../ui/index.ts'
import type { Choices, Hotkeys } from './background/settings.ts'
import type { Fault } from './content/self-test.ts'
import type { Inserted } from './editors/insert-text.ts'
import type { Language } from './words.ts'

/** The names of the ports by which a page's reader, a panel and the other pages of the extension speak with the background. */
export const PORTS = { content: 'content', panel: 'panel' } as const

/** What a reader says. It may speak of the talks of its own host alone, and never hears a frame of the service. */
export type FromContent =
  | { readonly type: 'open'; readonly talk: OpenTalk }
  | { readonly type: 'add'; readonly conversationId: string; readonly message: Message & { messageId: string } }
  | { readonly type: 'facts'; readonly conversationId: string; readonly facts: Facts }
  | { readonly type: 'state'; readonly state: PageState }
  | { readonly type: 'inserted'; readonly insertId: string; readonly outcome: Outcome }
  | { readonly type: 'key'; readonly key: KeyPress }
  | { readonly type: 'typed' }
  | { readonly type: 'draft'; readonly text: string }
  | { readonly type: 'picked'; readonly site: SiteDescription }

export type ToContent =
  | {
      readonly type: 'setup'
      readonly sites: readonly SiteDescription[]
      readonly hotkeys: Hotkeys
      readonly language: Language
    }
  | { readonly type: 'insert'; readonly insertId: string; readonly conversationId: string; readonly text: string }
  | { readonly type: 'pick' }

export type FromPanel =
  | { readonly type: 'attach'; readonly tabId?: number }
  | { readonly type: 'frame'; readonly frame: ClientFrame }
  | {
      readonly type: 'request'
      readonly requestId: number
      readonly path: string
      readonly method: string
      readonly body?: unknown
    }
  | { readonly type: 'abort'; readonly requestId: number }
  | { readonly type: 'insert'; readonly insertId: string; readonly conversationId: string; readonly text: string }
  | { readonly type: 'pick' }
  | { readonly type: 'select'; readonly conversationId: string }

export type ToPanel =
  | { readonly type: 'heard'; readonly heard: Heard }
  | {
      readonly type: 'page'
      readonly state: PageState
      /** Every talk that some page has opened, for the queue. */
      readonly talks: readonly NamedConversation[]
      readonly hotkeys: Hotkeys
      readonly language: Language
    }
  | { readonly type: 'answer'; readonly requestId: number; readonly body: unknown }
  | { readonly type: 'failure'; readonly requestId: number; readonly code: string; readonly message: string }
  | { readonly type: 'inserted'; readonly insertId: string; readonly outcome: Outcome }
  | { readonly type: 'key'; readonly key: KeyPress }
  | { readonly type: 'typed' }
  | { readonly type: 'draft'; readonly text: string }

/** A key of the panel's that was pressed, or let go, while the page had the keyboard. Of other keys only that there was one leaves the page. */
export interface KeyPress {
  readonly type: 'keydown' | 'keyup'
  /** When, in milliseconds since 1970: the clock that the processes of page and panel share. */
  readonly at: number
  readonly key: string
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** `moved`: the page shows another talk than the suggestion is for. `absent`: there is no page to insert into. */
export type Outcome = Inserted | 'moved' | 'absent'

export interface OpenTalk {
  readonly conversationId: string
  readonly channel: string
  readonly history: readonly Message[]
  readonly facts?: Facts | undefined
}

/** How a page is read: not at all, no talk in view, a talk, or not as its description says. */
export type PageState =
  | { readonly is: 'unknown' }
  | { readonly is: 'idle'; readonly site: string }
  | { readonly is: 'talk'; readonly site: string; readonly conversationId: string; readonly channel: string }
  | { readonly is: 'broken'; readonly site: string; readonly faults: readonly Fault[] }

/** What the options page and the popup ask of the background; each answer tells how things stand then. */
export type FromPage =
  | { readonly type: 'look'; readonly tabId?: number }
  | {
      readonly type: 'pair'
      readonly server: string
      readonly code: string
      readonly agent: { id: string; name: string }
    }
  | { readonly type: 'unpair' }
  | { readonly type: 'choose'; readonly choices: Choices }
  | { readonly type: 'enable' | 'disable'; readonly patterns: readonly string[] }
  | { readonly type: 'pick'; readonly tabId: number }
  | { readonly type: 'assign'; readonly host: string; readonly siteId: string }
  | { readonly type: 'unpick'; readonly host: string }
  | { readonly type: 'refresh' }

export interface PageAnswer {
  /** Of the contract's catalogue, or `unreachable`, when it could not be done. */
  readonly code?: string
  readonly paired?:
    | { readonly server: string; readonly agent: { id: string; name: string }; readonly expiresAt: string }
    | undefined
  readonly choices?: Choices
  readonly enabled?: readonly string[]
  readonly picked?: readonly string[]
  readonly assigned?: Readonly<Record<string, string>>
  readonly sites?: readonly Pick<SiteDescription, 'id' | 'name' | 'version' | 'tested'>[]
  readonly sitesRefusedAt?: string | undefined
  readonly refreshed?: 'none' | 'same' | 'new' | 'refused'
  readonly state?: PageState
}
