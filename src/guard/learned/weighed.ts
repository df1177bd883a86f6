import type { CheckedText, Hit } from '../checked-text.ts'
import type { Finding, Level } from '../context.ts'

/** From here on a sentence counts as breaking the rule, from `HINTED` on it is hinted at; below `UNLIKELY` a listed word proves little. */
const SURE = 0.6
const HINTED = 0.4
const UNLIKELY = 0.015

const MILDER: Readonly<Record<Level, Level>> = { block: 'warn', warn: 'hint', hint: 'hint' }

/** What a word list found for a rule, as `milder` weighs it, and what only examples find. */
export function weighed(rule: string, level: Level, text: CheckedText, hits: readonly Hit[]): readonly Finding[] {
  return [...milder(level, text, hits), ...unlisted(rule, level, text, hits)]
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
export function unlisted(rule: string, level: Level, text: CheckedText, hits: readonly Hit[]): readonly Finding[] {
  return text.leanings().flatMap((leaning) => {
    if (leaning.rule !== rule || leaning.share < HINTED || hits.some((hit) => begins(hit, leaning))) return []
    const { from, to } = leaning.clause()
    return [{ ...text.at(from, to), level: leaning.share < SURE ? 'hint' : level }]
  })
}

function begins({ from }: Hit, sentence: { readonly from: number; readonly to: number }): boolean {
  return from >= sentence.from && from < sentence.to
}
