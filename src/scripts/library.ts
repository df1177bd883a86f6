import { type CustomerType, remember } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { anyOf, type Condition, conditionsOf } from './conditions.ts'
import type { Script, Wording } from './record.ts'
import { type SearchIndex, searchIndexInSteps } from './search-index.ts'
import { factSlots, parseTemplate, type Template, withLivelySmile } from './template.ts'
import { whoSaid } from './who-said.ts'

/** A wording with its templates. */
export interface Form {
  readonly wording: Wording
  readonly open: Template
  readonly short: Template
}

/** A script ready for use: its templates cut, its place in the library's fixed order. */
export interface Entry {
  readonly script: Script
  readonly position: number
  readonly forms: readonly Form[]
  /** Its place on the shelf of its language. */
  readonly place: number
  readonly topics: readonly string[]
  readonly traits: Traits
  readonly conditions: readonly Condition[]
  /** The special case it is for, one of whose words the shopper must use; absent = any. */
  readonly cue: RegExp | undefined
}

/**
 * What ranking asks of every candidate, worked out once: a large library is read much more often than it is built. Scripts with the same traits share
 * one object, as they share lists of topics and conditions: what the candidates of a turn are judged by stays in the processor's cache.
 */
export interface Traits {
  /** How many facts the first wording prints at the most; the voice's slots do not count. */
  readonly facts: number
  /** Asks for a slot because it is missing. */
  readonly asks: boolean
  /** Conditions on the moment (stage, mood, rung, event, first turn, an answer, product); store switches are counted apart. */
  readonly conditions: number
  readonly switches: boolean
  /** Written for a case that the shopper's words name. */
  readonly cue: boolean
  readonly tier: Script['tier']
  readonly required: boolean
  /** The customer types it is written for; of scripts for everybody none. */
  readonly types: readonly CustomerType[]
  /** The haggling rungs it is written for; absent = any. */
  readonly rungs?: readonly number[] | undefined
  /** Written for where a flow stands. */
  readonly flow: boolean
  /** The store's own words, not a pack's. */
  readonly own: boolean
}

/** All scripts of one language with the indexes retrieval needs; those for certain customer types stand in `byType` only. */
export interface Shelf {
  readonly entries: readonly Entry[]
  readonly byTopic: ReadonlyMap<string, readonly Entry[]>
  readonly byFamily: ReadonlyMap<string, readonly Entry[]>
  readonly byEvent: ReadonlyMap<string, readonly Entry[]>
  readonly byCategory: ReadonlyMap<string, readonly Entry[]>
  /** Scripts for a customer type, by topic. */
  readonly byType: ReadonlyMap<CustomerType, ReadonlyMap<string, readonly Entry[]>>
  readonly index: SearchIndex
  /** Scratch of a retrieval: per place what was found there, -1 between calls. */
  readonly found: Int32Array
}

export interface Library {
  readonly size: number
  readonly shelf: (locale: Locale) => Shelf
  readonly get: (scriptId: string) => Entry | undefined
  /** The scripts that an agent's text is, but for the filled slots: one, two that were joined, or none for own words. */
  readonly said: (text: string, locale: Locale) => readonly Entry[]
}

/** Agents' lines whose scripts are remembered: a store says the same few hundred again and again. */
const REMEMBERED = 4_096
const SCRIPTS_PER_STEP = 64
const ENTRIES_PER_STEP = 512

/**
 * Builds a library from checked scripts; `scripts` may mix languages. Order in is order of ties.
 * @throws Error naming the script whose template does not parse or whose id stands twice.
 */
export function createLibrary(scripts: readonly Script[]): Library {
  const steps = libraryInSteps(scripts)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * The same in steps of about a millisecond: a large library is built anew while conversations go on. `isOwn` = by its id, whether the store has written a script
 * itself. @throws as `createLibrary`
 */
export function* libraryInSteps(
  scripts: readonly Script[],
  isOwn: (id: string) => boolean = () => false,
): Generator<void, Library> {
  const byId = new Map<string, Entry>()
  const shelves = new Map<Locale, Entry[]>()
  const topics = new Map<string, readonly string[]>()
  const traits = new Map<string, Traits>()
  const conditions = new Map<string, readonly Condition[]>()
  const cues = new Map<string, RegExp>()
  for (const [position, script] of scripts.entries()) {
    if (position % SCRIPTS_PER_STEP === 0) yield
    if (byId.has(script.id)) throw new Error(`script ${script.id} stands twice`)
    const forms = script.wordings.map((wording) => compile(script.id, wording))
    const place = shelves.get(script.locale)?.length ?? 0
    const entry: Entry = {
      script,
      position,
      place,
      forms,
      topics: shared(topics, script.intents, (own) => own),
      traits: shared(traits, traitsOf(script, factSlots(forms[0]!.open).length, isOwn(script.id)), (same) => same),
      conditions: shared(conditions, { stage: script.stage, when: script.when }, conditionsOf),
      cue: script.when.words && shared(cues, script.when.words, anyOf),
    }
    byId.set(script.id, entry)
    push(shelves, script.locale, entry)
  }
  const built = new Map<Locale, Shelf>()
  for (const [locale, entries] of shelves) built.set(locale, yield* buildShelf(entries))
  const empty = yield* buildShelf([])
  const shelf = (locale: Locale) => built.get(locale) ?? empty
  const saidIn = (locale: Locale) => remember((text) => whoSaid(text, shelf(locale)), REMEMBERED)
  const said: Record<Locale, (text: string) => readonly Entry[]> = {
    zh: saidIn('zh'),
    en: saidIn('en'),
    ko: saidIn('ko'),
  }
  return {
    size: scripts.length,
    shelf,
    get: (scriptId) => byId.get(scriptId),
    said: (text, locale) => said[locale](text),
  }
}

/** What was made of an equal source before, else what is made of this one. */
function shared<S, T>(known: Map<string, T>, source: S, make: (source: S) => T): T {
  const key = JSON.stringify(source)
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make(source)
  known.set(key, made)
  return made
}

function traitsOf({ asks, stage, when, tier, required, for: types }: Script, facts: number, own: boolean): Traits {
  const moment = [stage, when.mood, when.rung, when.event, when.flow, when.first, when.answered, when.product]
  return {
    facts,
    asks: asks.length > 0 && when.lacks !== undefined,
    conditions: moment.filter((condition) => condition !== undefined).length,
    switches: when.is !== undefined,
    cue: when.words !== undefined || when.haggle !== undefined,
    tier,
    required,
    types,
    rungs: when.rung,
    flow: when.flow !== undefined,
    own,
  }
}

function compile(id: string, wording: Wording): Form {
  try {
    const open = parseTemplate(wording.open)
    return { wording, open, short: withLivelySmile(parseTemplate(wording.short), open) }
  } catch (cause) {
    throw new Error(`script ${id}: ${(cause as Error).message}`, { cause })
  }
}

function* buildShelf(entries: readonly Entry[]): Generator<void, Shelf> {
  const byTopic = new Map<string, Entry[]>()
  const byFamily = new Map<string, Entry[]>()
  const byEvent = new Map<string, Entry[]>()
  const byCategory = new Map<string, Entry[]>()
  const byType = new Map<CustomerType, Map<string, Entry[]>>()
  for (const [i, entry] of entries.entries()) {
    if (i % ENTRIES_PER_STEP === 0) yield
    const { types } = entry.traits
    for (const type of types) {
      const ofType = byType.get(type) ?? new Map<string, Entry[]>()
      byType.set(type, ofType)
      for (const topic of entry.topics) push(ofType, topic, entry)
    }
    if (types.length > 0) continue
    for (const intent of entry.script.intents) {
      push(byTopic, intent, entry)
      push(byFamily, intent.split('.')[0]!, entry)
    }
    for (const event of entry.script.when.event ?? []) push(byEvent, event, entry)
    push(byCategory, entry.script.category, entry)
  }
  for (const [family, list] of byFamily) byFamily.set(family, [...new Set(list)])
  // of a long category only the first are looked at: what is written for where a flow stands must be among them
  for (const list of byCategory.values()) list.sort((a, b) => Number(!a.traits.flow) - Number(!b.traits.flow))
  const found = new Int32Array(entries.length).fill(-1)
  const index = yield* searchIndexInSteps(entries.map(searchText))
  return { entries, byTopic, byFamily, byEvent, byCategory, byType, index, found }
}

/** What a script is found by: its words and its usage note, without the slots. */
function searchText({ script }: Entry): string {
  const words = script.wordings.map((wording) => `${wording.open} ${wording.short}`).join(' ')
  return `${words} ${script.note}`.replace(/\{\{[^}]*\}\}/g, ' ')
}

function push<K>(map: Map<K, Entry[]>, key: K, entry: Entry): void {
  const list = map.get(key)
  if (list) list.push(entry)
  else map.set(key, [entry])
}
