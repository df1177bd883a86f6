import { z } from 'zod'
import type { Locale } from '../protocol/index.ts'
import { compileWords, type Match, type Scanner, WordList } from './word-list.ts'

/** The word lists a locale may have; a rule names the ones it reads. */
export const LIST_NAMES = [
  'absolute',
  'effect',
  'arrival',
  'softener',
  'same_day',
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
  'refund_steer',
  'no_return',
  'no_return_exempt',
  'secret_request',
  'outside_contact',
  'outside_payment',
  'claim',
] as const
export type ListName = (typeof LIST_NAMES)[number]

const LocaleLists = z.partialRecord(z.enum(LIST_NAMES), WordList)

/** A proper name and the spellings that should become it (R98). `except` names phrases in which a spelling means something else. */
export const Alias = z.strictObject({
  name: z.string().min(1),
  wrong: z.array(z.string().min(1)).min(1),
  except: z.array(z.string().min(1)).default([]),
})

/** `data/rules/<locale>.yaml` under their locale, and `data/lexicon/couriers.yaml` as `aliases`. */
export const RuleLists = z.strictObject({
  zh: LocaleLists,
  en: LocaleLists,
  ko: LocaleLists,
  aliases: z.array(Alias),
})
export type RuleLists = z.infer<typeof RuleLists>

/** The misspelt names are one more list, of the script they are written in. */
export type ScanName = ListName | 'alias'

/** The word lists of one locale, ready to scan. */
export interface Scanners {
  readonly scan: (name: ScanName, text: string) => Match[]
  /** The lists that a text's grams leave in question; all others have nothing in it. */
  readonly candidates: (text: string) => ReadonlySet<ScanName>
}

export type LocaleScanners = Readonly<Record<Locale, Scanners>>

export function compileLists(lists: RuleLists): LocaleScanners {
  const alias: WordList = {
    except: lists.aliases.flatMap((one) => one.except),
    find: lists.aliases.map((one) => ({ words: one.wrong, fix: one.name })),
  }
  return { zh: compileLocale({ ...lists.zh, alias }), en: compileLocale(lists.en), ko: compileLocale(lists.ko) }
}

function compileLocale(lists: Partial<Record<ScanName, WordList>>): Scanners {
  const scanners = new Map<ScanName, Scanner>()
  const always: ScanName[] = []
  const byGram = new Map<number, ScanName[]>()
  for (const name of Object.keys(lists) as ScanName[]) {
    const scanner = compileWords(lists[name]!)
    scanners.set(name, scanner)
    if (!scanner.grams) always.push(name)
    for (const gram of scanner.grams ?? []) {
      const key = gramKey(gram.charCodeAt(0), gram.length > 1 ? gram.charCodeAt(1) : 0)
      byGram.set(key, [...(byGram.get(key) ?? []), name])
    }
  }
  return {
    scan: (name, text) => scanners.get(name)?.scan(text) ?? [],
    candidates: (text) => {
      const names = new Set(always)
      const add = (key: number) => {
        const found = byGram.get(key)
        if (found) for (const name of found) names.add(name)
      }
      let next = text.charCodeAt(0)
      for (let i = 0; i < text.length; i += 1) {
        const code = next
        add(gramKey(code, 0))
        if (i + 1 === text.length) break
        next = text.charCodeAt(i + 1)
        add(gramKey(code, next))
      }
      return names
    },
  }
}

/** One letter (second = 0) or two as one number. */
function gramKey(first: number, second: number): number {
  return first * 0x10000 + second
}
