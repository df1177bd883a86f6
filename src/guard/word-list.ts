import { z } from 'zod'
import { Warning } from '../protocol/index.ts'

/** A number as a reply may write it: digits, Chinese numerals, or a script slot that will print one. */
const NUMBER = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百千万半]+|\{\{(?!you|smile|self|shop|agent)[^{}]*\}\})`

/** Words of a class that many entries need, by the name that stands for them. */
const CLASSES: Readonly<Record<string, string>> = {
  n: NUMBER,
  you: '(?:您|你|亲|咱)',
  piece: '(?:件|个|双|套|单|份|包|盒|条|箱|瓶|罐|台|本|把|颗|支|组|桶|袋|卷|张|床|辆|部|码|根|块|片|只|副|串|束|对|枚)',
  day: `(?:今儿个?|今[天日晚早]|明儿个?|明[天日早晚]|后儿个?|大?后[天日]|隔[天日]|次日|第二天|转天|翌日|当[天日]|(?:这|下|本)?(?:周|星期|礼拜)[一二三四五六日天末]|周末|${NUMBER}[号日]|${NUMBER}(?:[到-]${NUMBER})?(?:天|个?工作日|个?小时)(?:[之以]?内|左右)?|年前|节前|月底前?|开学前)`,
}

/**
 * One entry of a word list: plain words, or a regular expression over the matching form (lower case, simplified, half width, no spaces between
 * Han characters). `<n>` stands for a number, `<you>`, `<piece>` and `<day>` for the words of
 * their class. Groups must be non-capturing.
 */
export const Pattern = z
  .string()
  .min(1)
  .transform((source) => source.replaceAll(/<(n|you|piece|day)>/g, (_, name: string) => CLASSES[name]!))
  .refine(isPlainExpression, 'must be a regular expression without capturing groups')

function isPlainExpression(source: string): boolean {
  try {
    return new RegExp(`${source}|`).exec('')?.length === 1
  } catch {
    return false
  }
}

/** What stands here may differ from the rule's own level: a marketplace may forbid what is elsewhere only frowned upon. */
const EntryLevel = Warning.shape.level

/**
 * Words a rule looks for. `except` names harmless phrases that contain such words: they are read first and swallow the text they cover. `fix`
 * replaces the found span (`$&` is the span itself); `act` names the act a phrase claims (R124); `level` is used instead of the rule's own.
 */
export const WordList = z.strictObject({
  except: z.array(Pattern).default([]),
  find: z.array(
    z.union([
      Pattern.transform((word): Entry => ({ words: [word] })),
      z.strictObject({
        words: z.array(Pattern).min(1),
        fix: z.string().optional(),
        act: z.string().optional(),
        level: EntryLevel.optional(),
      }),
    ]),
  ),
})
export type WordList = z.infer<typeof WordList>

interface Entry {
  words: string[]
  fix?: string | undefined
  act?: string | undefined
  level?: Warning['level'] | undefined
}

/** A place where a word list matched, with offsets into the scanned text. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly fix?: string | undefined
  readonly act?: string | undefined
  readonly level?: Warning['level'] | undefined
}

/** One alternative of one entry: an expression of its own, `source` as it was written. */
export interface Piece {
  readonly source: string
  readonly expression: RegExp
  /** Of two pieces of a list that match at one place, the one with the lower number stands. */
  readonly order: number
  /** The words themselves where the expression is nothing else: found faster. */
  readonly plain: string | undefined
  readonly entry: Pick<Match, 'fix' | 'act' | 'level'>
}

/** A compiled word list. */
export interface Scanner {
  readonly pieces: readonly Piece[]
  /** Reads a text for some of the pieces; for all of them, when nobody knows which it has grams of. */
  readonly scan: (text: string, pieces?: readonly Piece[]) => Match[]
}

/** Compiles a word list. A text has none of the words of most lists: each alternative stands for itself, so that hardly any is tried. */
export function compileWords(list: WordList): Scanner {
  const except = list.except.length > 0 ? new RegExp(list.except.join('|'), 'g') : undefined
  const sources = list.find.flatMap(({ words, ...entry }) =>
    words.flatMap(alternativesOf).map((source) => ({ source, entry })),
  )
  const pieces = sources.map(
    ({ source, entry }, order): Piece => ({
      source,
      order,
      expression: new RegExp(source, 'g'),
      plain: /^[^\\^$.*+?()[\]{}|]+$/.test(source) ? source : undefined,
      entry,
    }),
  )
  return { pieces, scan: (text, among = pieces) => scan(text, among, except) }
}

const NONE: Match[] = []

/** An exception swallows what begins inside it; of what is left, the leftmost of the first piece stands, and nothing overlaps. */
function scan(text: string, pieces: readonly Piece[], except: RegExp | undefined): Match[] {
  let spared: readonly (readonly [number, number])[] | undefined
  const isSpared = (from: number) => {
    spared ??= except ? placesOf(except, text) : []
    return spared.find(([start, end]) => start <= from && from < end)
  }
  const found: (Match & { readonly order: number })[] = []
  for (const { expression, plain, order, entry } of pieces) {
    if (plain !== undefined && !text.includes(plain)) continue
    expression.lastIndex = 0
    for (let match = expression.exec(text); match; match = expression.exec(text)) {
      const from = match.index
      const to = expression.lastIndex
      const exception = isSpared(from)
      if (match[0] === '') expression.lastIndex += 1
      else if (exception) expression.lastIndex = Math.max(exception[1], from + 1)
      else found.push({ from, to, order, ...entry })
    }
  }
  if (found.length === 0) return NONE
  found.sort((a, b) => a.from - b.from || a.order - b.order)
  const kept: Match[] = []
  for (const { order: _, ...match } of found) if (match.from >= (kept.at(-1)?.to ?? 0)) kept.push(match)
  return kept
}

function placesOf(expression: RegExp, text: string): (readonly [number, number])[] {
  return Array.from(text.matchAll(expression), ({ 0: phrase, index }) => [index, index + phrase.length] as const)
}

/** The alternatives of an expression outside of all its groups and classes. */
function alternativesOf(source: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < source.length; i += 1) {
    const letter = source[i]
    if (letter === '\\') i += 1
    else if (letter === '[') while (source[i] !== ']') i += source[i] === '\\' ? 2 : 1
    else if (letter === '(') depth += 1
    else if (letter === ')') depth -= 1
    else if (letter === '|' && depth === 0) {
      parts.push(source.slice(start, i))
      start = i + 1
    }
  }
  return [...parts, source.slice(start)]
}
