import type { Card, Catalogue, ClockPreset, Fault, Store, ToldFacts } from '../../policy/index.ts'
import type {
  CheckResult,
  Entity,
  Facts,
  Happening,
  Intent,
  Locale,
  Message,
  Role,
  State,
} from '../../protocol/index.ts'
import type { Entry, Library, Script } from '../../scripts/index.ts'
import type { SuggestDeps, Suggested, SuggestInput, TrialOf } from '../../suggest/index.ts'
import type { Models } from '../models.ts'

/** The stores a gateway serves, each with what its pipeline needs. */
export interface Engine {
  readonly storeIds: readonly string[]
  /**
   * What is in use now, or for a message of a time (epoch milliseconds) with the policy of that time: asked for anew with each request, so that one answer
   * sees one state of it. @throws HuashuError `unknown_store`
   */
  deps(storeId: string, at?: number): SuggestDeps
  /** The store of a request that names none. */
  readonly defaultStore: string
  /** What a message can be about, as `family.topic`. */
  readonly topics: readonly string[]
  /** How replies are timed, for stores and channels to choose from. */
  readonly clocks: readonly ClockPreset[]
  /** What understanding has learned from corrections. */
  readonly models: Pick<Models, 'learned' | 'learn' | 'taught' | 'adopt'>
  /** What a store has learned is used from now on; absent = suggestions are as they ship. */
  teach(storeId: string, taught: Pick<SuggestDeps, 'weights' | 'learned'> | undefined): void
  /** What people have told of a store is used from now on, in place of what was told before. */
  tell(storeId: string, told: ToldFacts): void
  /** These wordings of a store are compared from now on, in place of those before. */
  tryOut(storeId: string, trials: Trials): void
  /** A store as its files and the packs have it, before anybody has edited it. */
  shipped(storeId: string): Shipped
  /** What people have made of a store is used from now on; what is absent stays as it is. */
  equip(storeId: string, parts: Partial<Equipment>): void
  /** What is wrong with a policy, by paths within it, that its schema does not show. */
  faultsOf(store: Store, cards: readonly Card[]): Fault[]
}

/** The wordings that a store compares. */
export interface Trials {
  readonly of: TrialOf
  /** The scripts that an agent's text is in one of these wordings. */
  readonly said: (text: string, locale: Locale) => readonly Entry[]
}

/** The parts of a store that people edit while it is open. */
export interface Equipment {
  readonly library: Library
  readonly store: Store
  readonly catalogue: Catalogue
  readonly isPaused: boolean
  /** The policy in force at a time, epoch milliseconds; the same object as long as it is the same policy. */
  readonly policyAt: (time: number) => Store
}

export interface Shipped {
  readonly scripts: readonly Script[]
  readonly store: Store
  readonly cards: readonly Card[]
}

/** The pure core as the gateway calls it; handed in, so that the gateway can be tried without trained models. */
export interface Pipeline {
  suggest(input: SuggestInput, deps: SuggestDeps): Suggested
  /**
   * The state after messages, on top of an earlier one: `fold(a+b) = fold(b, fold(a))`. `locale` = the language of a talk that begins here; `now` (epoch ms)
   * dates messages that carry no time.
   */
  fold(talk: readonly Happening[], before: State | undefined, deps: SuggestDeps, locale?: Locale, now?: number): State
  /** What one shopper text means after earlier messages. */
  read(text: string, context: readonly Message[], locale: Locale | undefined, deps: SuggestDeps): Reading
  check(draft: Draft, deps: SuggestDeps): CheckResult
}

export interface Reading {
  readonly intents: readonly Intent[]
  readonly entities: readonly Entity[]
  readonly abstained: boolean
}

/** A text an agent has typed, with what is known of the talk it would go into; `now` in epoch milliseconds. */
export interface Draft {
  readonly text: string
  readonly channel: string
  readonly uiLocale: Locale
  readonly roles: readonly Role[]
  readonly agent?: { readonly id: string; readonly name?: string | undefined } | undefined
  /** The state before `messages`; absent = the talk begins with them. */
  readonly before?: State | undefined
  readonly messages: readonly Happening[]
  readonly facts?: Facts | undefined
  readonly now: number
}
