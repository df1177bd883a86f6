import type { FactSource, GuardSettings } from '../policy/index.ts'
import type { Locale, Mood, Register, Warning } from '../protocol/index.ts'
import type { CheckedText } from './checked-text.ts'

/** What a text is: typed by the agent, a script as stored, a script with its slots filled, or a model's rewrite. */
export type TextKind = 'draft' | 'script' | 'fill' | 'rewrite'

/** Everything a rule may need to know about the place where a text would be sent. What is absent is unknown, never "no". */
export interface GuardContext {
  readonly kind: TextKind
  readonly locale: Locale
  /** Language of the findings' `says`. */
  readonly uiLocale: Locale
  readonly channel?: string | undefined
  /** Intents of the shopper's message, `family` or `family.topic`. */
  readonly intents?: readonly string[] | undefined
  /** Slot values printed in the text: facts by origin. */
  readonly printed?: readonly { readonly name: string; readonly text: string }[] | undefined
  readonly facts?: Pick<FactSource, 'get'> | undefined
  /** Roles of the agent who would send the text. */
  readonly roles?: readonly string[] | undefined
  readonly mood?: Mood | undefined
  /** What the shopper wrote in this talk: their own data may be echoed. */
  readonly shopperTexts?: readonly string[] | undefined
  /** Names of other brands and shops that must not appear (R97). */
  readonly otherBrands?: readonly string[] | undefined
  /** The store's own name in its languages. */
  readonly ownNames?: readonly string[] | undefined
  /** Pieces in stock as the channel reports them, by whatever it calls the variant. */
  readonly liveStock?: Readonly<Record<string, number>> | undefined
  /** Which kinds of data the store keeps at all: offers (promotions, gifts, coupons, member prices), postage, goods. */
  readonly keeps?: Readonly<Record<DataKind, boolean>> | undefined
  /** The sum this agent may offer for a trouble without asking, in the store's currency. */
  readonly mayCompensate?: number | undefined
  /** Acts that events or the agent's tick confirmed, by action name (R124). */
  readonly confirmed?: readonly string[] | undefined
  /** Whether the store's policy permits payment outside the platform (X11). */
  readonly offPlatformPayment?: boolean | undefined
  /** Topics the shopper surely means with the words that wait for a reply, `family.topic`. */
  readonly asked?: readonly string[] | undefined
  /** The words that wait for a reply, in matching form; empty when an agent has answered them. */
  readonly waiting?: string | undefined
  readonly register?: Register | undefined
  /** How many products the talk has been about. */
  readonly spoken?: number | undefined
  /** What the lead has made stricter, and the phrases the lead lets through. */
  readonly settings?: GuardSettings | undefined
  /** What agents have said in this talk, oldest first. */
  readonly earlier?: readonly EarlierLine[] | undefined
  /** True when the text would be the agent's first turn. */
  readonly first?: boolean | undefined
  /** Local calendar day of the store, `2026-11-22`, for claims about "today". */
  readonly today?: string | undefined
}

export type DataKind = 'offers' | 'postage' | 'goods'

/** A line an agent has said, and the slots that the shopper has told anew since. */
export interface EarlierLine {
  readonly text: string
  readonly changedSince: ReadonlySet<string>
}

export type Level = Warning['level']
export type Says = Readonly<Record<Locale, string>>

/** A place that breaks a rule, in UTF-16 offsets of the original text; `fix` replaces exactly this span. */
export interface Finding {
  readonly start: number
  readonly end: number
  /** Where it differs from the rule's own level or sentence. */
  readonly level?: Level | undefined
  readonly says?: Says | undefined
  readonly fix?: string | undefined
  /** Forbidden by law: no lead may allow it. */
  readonly law?: boolean | undefined
}

/** One rule of the playbook, by its id. */
export interface Rule {
  readonly id: string
  readonly level: Level
  readonly says: Says
  /** Whether a text gives the rule anything to judge, for a rule that finds nothing as long as nothing is known of the moment. */
  readonly suspects?: (text: CheckedText) => boolean
  readonly find: (text: CheckedText, context: GuardContext) => readonly Finding[]
}

/** `block` must not be sent, `warn` may be sent by a person who saw the mark; hints change nothing. */
export interface Verdict {
  readonly verdict: 'pass' | 'warn' | 'block'
  readonly warnings: Warning[]
  /** The text with its fixes applied, when that text no longer blocks. */
  readonly fixed?: string
}
