import type { CheckedText, Hit } from '../checked-text.ts'
import type { Finding, Level } from '../context.ts'

/** From here on a sentence counts as breaking the rule, from `HINTED` on it is hinted at; below `UNLIKELY` a listed word proves little. */
const SURE = 0.6
const HINTED = 0.4
const UNLIKELY = 0.015

const NONE: readonly Hit[] = []
const MILDER: Readonly<Record<Level, Level>> = { block: 'warn', warn: 'hint', hint: 'hint' }

/** What a word list found for a rule, as `milder` weighs it, and what only examples find. */
export function weighed(rule: string, level: Level, text: CheckedText, hits: readonly Hit[]): readonly Finding[] {
  const more = unlisted(rule, level, text, hits)
  return more.length === 0 ? milder(level, text, hits) : [...milder(level, text, hits), ...more]
}

/** A listed word in a sentence that reads harmless weighs one level less. Words in disguise keep their weight, for nobody hides a harmless one. */
export function milder(level: Level, text: CheckedText, hits: readonly Hit[]): readonly Finding[] {
  if (hits.length === 0) return hits
  const harmless = text.leanings().filter(({ share }) => share < UNLIKELY)
  return hits.map((hit) =>
    !hit.hidden && harmless.some((sentence) => begins(hit, sentence))
      ? { ...hit, level: MILDER[hit.level ?? level] }
      : hit,
  )
}

/** The sentences that read like a breach of a rule and in which no list found one. */
export function unlisted(rule: string, level: Level, text: CheckedText, hits: readonly Hit[]): readonly Hit[] {
  let found: readonly Hit[] = NONE
  for (const leaning of text.leanings()) {
    if (leaning.share < HINTED || leaning.rule !== rule || hits.some((hit) => begins(hit, leaning))) continue
    const { from, to } = leaning.clause()
    found = [...found, { ...text.at(from, to), level: leaning.share < SURE ? 'hint' : level }]
  }
  return found
}

function begins({ from }: Hit, sentence: { readonly from: number; readonly to: number }): boolean {
  return from >= sentence.from && from < sentence.to
}
