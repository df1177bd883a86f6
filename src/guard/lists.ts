import { z } from 'zod'
import { Channel, type Locale } from '../protocol/index.ts'
import { createUnmask, Disguise, type Unmask } from './disguise/index.ts'
import { createFilter } from './gram-filter.ts'
import { noLeanings, type ReadLeanings } from './learned/index.ts'
import { requiredSpots } from './required-spots.ts'
import { compileWords, type Match, type Piece, WordList } from './word-list.ts'

/** Lists of tone and of what a good reply consists of; a language has those that make sense in it. */
export const STYLE_LISTS = [
  'courtesy',
  'apology',
  'empathy',
  'together',
  'thanks',
  'wish',
  'reason',
  'option',
  'slang',
  'childish',
  'praise',
  'guess',
  'slur',
  'false_leave',
  'trade_secret',
  'social_proof',
  'only_now',
  'page_pointing',
  'rule_pointing',
  'agreeing',
  'declining',
  'price_refusal',
  'haggle_insult',
  'contradiction',
  'arguing',
  'outside_cause',
  'vague_remedy',
  'hold',
  'hold_reason',
  'transfer',
  'pay_reminder',
  'colour_note',
  'fading',
  'flaw_told',
  'rider',
  'recommending',
  'benefit',
  'feature',
  'typo',
] as const

/** The word lists a locale may have; a rule names the ones it reads. */
export const LIST_NAMES = [
  ...STYLE_LISTS,
  'absolute',
  'effect',
  'arrival',
  'softener',
  'same_day',
  'superlative',
  'exaggeration',
  'degree',
  'scarcity',
  'deadline',
  'gift',
  'discount',
  'free_postage',
  'concession',
  'imitation',
  'address',
  'curt',
  'refusal',
  'hurt',
  'blame',
  'impatience',
  'anger',
  'denial',
  'sold_out',
  'review_reward',
  'review_talk',
  'review_change',
  'refund_steer',
  'no_return',
  'no_return_exempt',
  'secret_request',
  'outside_contact',
  'outside_payment',
  'claim',
  'order_state',
  'stock_state',
  'blacklist',
  'other_shop',
  'other_buyer',
] as const
export type ListName = (typeof LIST_NAMES)[number]

/** Lists of what agents know to be forbidden, and hide: they are read in the open and in disguise. */
export const HIDDEN_LISTS = [
  'absolute',
  'effect',
  'superlative',
  'exaggeration',
  'degree',
  'imitation',
  'review_reward',
  'refund_steer',
  'no_return',
  'no_return_exempt',
  'secret_request',
  'outside_contact',
  'outside_payment',
] as const satisfies readonly ListName[]
export type HiddenListName = (typeof HIDDEN_LISTS)[number]

const LocaleLists = z.partialRecord(z.enum(LIST_NAMES), WordList)

/** A proper name and the spellings that should become it (R98). `except` names phrases in which a spelling means something else. */
export const Alias = z.strictObject({
  name: z.string().min(1),
  wrong: z.array(z.string().min(1)).min(1),
  except: z.array(z.string().min(1)).default([]),
})

/**
 * `data/rules/<locale>.yaml` under their locale, `data/rules/packs/<channel>.yaml` (more of the Chinese lists, on one marketplace) under their channel,
 * `data/lexicon/couriers.yaml` as `aliases`, `data/lexicon/homophones.yaml` as `disguise`.
 */
export const RuleLists = z.strictObject({
  zh: LocaleLists,
  en: LocaleLists,
  ko: LocaleLists,
  aliases: z.array(Alias),
  packs: z.record(Channel, LocaleLists).optional(),
  disguise: Disguise.optional(),
})
export type RuleLists = z.infer<typeof RuleLists>

/** The misspelt names are one more list, of the script they are written in. */
export type ScanName = ListName | 'alias'
/** A list of a marketplace's pack, and the phrases that the pack takes out of the list of the same name. */
export type PackScan = `${string}/${ListName}` | `${string}/-${ListName}`

export interface PackLists {
  readonly forbidden: PackScan
  readonly permitted: PackScan
}

/** Reads a text with word lists: what each finds in it, undefined where none of its words was even tried. */
export type ReadLists = (text: string) => (name: ScanName | PackScan) => readonly Match[] | undefined

/** The word lists of one locale, for a text as it stands and for what one in disguise means. */
export interface LocaleReader {
  readonly open: ReadLists
  readonly hidden: ReadLists
}

/** Everything a text is read with. */
export interface Lexicon {
  readonly locales: Readonly<Record<Locale, LocaleReader>>
  /** By channel and list what the marketplace's pack says of it. */
  readonly packs: ReadonlyMap<string, ReadonlyMap<ScanName, PackLists>>
  /** By list what all packs add to it. */
  readonly forbidden: ReadonlyMap<ScanName, readonly PackScan[]>
  readonly unmask: Unmask
  readonly leanings: ReadLeanings
}

export function compileLists({ zh, en, ko, aliases, packs = {}, disguise }: RuleLists, leanings = noLeanings): Lexicon {
  const alias: WordList = {
    except: aliases.flatMap((one) => one.except),
    find: aliases.map((one) => ({ words: one.wrong, fix: one.name })),
  }
  return {
    locales: { zh: compileLocale({ ...zh, alias, ...packLists(packs) }), en: compileLocale(en), ko: compileLocale(ko) },
    packs: new Map(Object.entries(packs).map(([channel, lists]) => [channel, packOf(channel, lists)])),
    forbidden: forbiddenBy(packs),
    unmask: disguise ? createUnmask(disguise) : () => undefined,
    leanings,
  }
}

type Packs = NonNullable<RuleLists['packs']>

function packOf(channel: string, lists: Packs[string]): ReadonlyMap<ScanName, PackLists> {
  const names = Object.keys(lists) as ListName[]
  return new Map(names.map((name) => [name, { forbidden: `${channel}/${name}`, permitted: `${channel}/-${name}` }]))
}

function forbiddenBy(packs: Packs): ReadonlyMap<ScanName, readonly PackScan[]> {
  const all = new Map<ScanName, PackScan[]>()
  for (const [channel, lists] of Object.entries(packs)) {
    for (const [name, { forbidden }] of packOf(channel, lists)) all.set(name, [...(all.get(name) ?? []), forbidden])
  }
  return all
}

function packLists(packs: Packs): Partial<Record<PackScan, WordList>> {
  const lists: Partial<Record<PackScan, WordList>> = {}
  for (const [channel, pack] of Object.entries(packs)) {
    for (const [name, list] of Object.entries(pack) as [ListName, WordList][]) {
      lists[`${channel}/${name}`] = list
      if (list.except.length > 0) lists[`${channel}/-${name}`] = { except: [], find: [{ words: list.except }] }
    }
  }
  return lists
}

function compileLocale(lists: Partial<Record<ScanName | PackScan, WordList>>): LocaleReader {
  const names = Object.keys(lists) as (ScanName | PackScan)[]
  const scanners = new Map(names.map((name) => [name, compileWords(lists[name]!)]))
  const pieces = names.flatMap((list) => scanners.get(list)!.pieces.map((piece) => ({ list, piece })))
  const isHidden = Uint8Array.from(pieces, ({ list }) => (HIDDEN.has(list.replace(PACK, '')) ? 1 : 0))
  // a text without the spots that a piece requires is not tried; the spots themselves are large and not kept
  const filter = createFilter(pieces.map(({ piece }) => requiredSpots(piece.source)))
  const read = (text: string, tried: readonly number[]): ReturnType<ReadLists> => {
    const byList = new Map<ScanName | PackScan, Piece[]>()
    for (const id of tried) {
      const { list, piece } = pieces[id]!
      const among = byList.get(list)
      if (among) among.push(piece)
      else byList.set(list, [piece])
    }
    return (name) => {
      const among = byList.get(name)
      return among && scanners.get(name)!.scan(text, among)
    }
  }
  return { open: (text) => read(text, filter(text)), hidden: (text) => read(text, filter(text, isHidden)) }
}

const HIDDEN: ReadonlySet<string> = new Set(HIDDEN_LISTS)
/** Before the name of a list of a marketplace's pack. */
const PACK = /^.*\/-?/
