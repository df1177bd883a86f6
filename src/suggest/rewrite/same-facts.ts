import { normalise } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { readDenials } from './denial.ts'
import { type Fact, type Names, readFacts } from './facts.ts'

/** A text with its language. */
export interface Written {
  readonly text: string
  readonly locale: Locale
}

/**
 * The fact lock: why a rewrite does not say what the suggestion says, or undefined when it does. Every number, price, date, size, name, link, offer,
 * condition and its yes or no must be in both; nothing may be promised that was not.
 */
export function changedFact(suggestion: Written, rewrite: Written, names: Names): string | undefined {
  const before = readFacts(suggestion.text, suggestion.locale, names)
  const after = readFacts(rewrite.text, rewrite.locale, names)
  return addedFact(before, after) ?? lostFact(before, after) ?? movedFact(before, after) ?? denial(suggestion, rewrite)
}

/** What the beginning of a rewrite says that the suggestion does not; of a part nothing more can be told. */
export function addedSoFar(
  suggestion: Written,
  facts: readonly Fact[],
  draft: Written,
  names: Names,
): string | undefined {
  const added = addedFact(facts, readFacts(draft.text, draft.locale, names))
  if (added) return added
  const [was, is] = [sideOf(suggestion), sideOf(draft)]
  if (is.denials.count > was.denials.count) return 'added: no'
  const turned = turnedHead(is, was) ?? turnedHead(was, is)
  return turned && `turned: ${turned}`
}

function addedFact(before: readonly Fact[], after: readonly Fact[]): string | undefined {
  const known = new Set(before.map(({ is }) => is))
  const times = (facts: readonly Fact[], is: string) => facts.filter((fact) => fact.is === is).length
  const added = after.find(
    ({ is, lock, isCounted }) =>
      lock !== 'lose' && (!known.has(is) || (isCounted && times(after, is) > times(before, is))),
  )
  return added && `added: ${added.is}`
}

function lostFact(before: readonly Fact[], after: readonly Fact[]): string | undefined {
  const kept = new Set(after.map(({ is }) => is))
  const lost = before.find(({ is, lock }) => lock !== 'add' && !kept.has(is))
  return lost && `lost: ${lost.is}`
}

/** Where there are two of a kind, each must stay with what it was said of: in the same order, or in the same company. */
function movedFact(before: readonly Fact[], after: readonly Fact[]): string | undefined {
  const kept = before.filter(({ lock }) => lock === 'keep')
  const ambiguous = kept.filter(({ kind, is }) => kept.some((other) => other.kind === kind && other.is !== is))
  if (ambiguous.length === 0) return undefined
  const now = after.filter(({ lock }) => lock === 'keep')
  if (order(kept) === order(now)) return undefined
  const strayed = ambiguous.find(
    (fact) => company(fact, kept) === undefined || company(fact, kept) !== company(fact, now),
  )
  return strayed && `moved: ${strayed.is}`
}

function order(facts: readonly Fact[]): string {
  return facts.flatMap(({ is }, i) => (facts[i - 1]?.is === is ? [] : [is])).join('\n')
}

/** What else is said in the clauses that name a fact: its like in their order, the others in any. Nothing = it cannot be told where it belongs. */
function company({ is, kind }: Fact, facts: readonly Fact[]): string | undefined {
  const clauses = new Set(facts.flatMap((fact) => (fact.is === is ? [fact.clause] : [])))
  const there = facts.filter((fact) => clauses.has(fact.clause))
  const like = there.flatMap((fact) => (fact.kind === kind ? [fact.is] : []))
  const others = [...new Set(there.flatMap((fact) => (fact.kind === kind ? [] : [fact.is])))].sort()
  return others.length === 0 ? undefined : [...like, '', ...others].join('\n')
}

/** A "no" that came or went, or that now stands before another word. */
function denial(suggestion: Written, rewrite: Written): string | undefined {
  const [was, is] = [sideOf(suggestion), sideOf(rewrite)]
  if (is.denials.count > was.denials.count) return 'added: no'
  if (is.denials.count < was.denials.count) return 'lost: no'
  const turned = turnedHead(was, is) ?? turnedHead(is, was)
  return turned && `turned: ${turned}`
}

interface Side {
  readonly form: string
  readonly denials: ReturnType<typeof readDenials>
}

function sideOf({ text, locale }: Written): Side {
  const form = normalise(text).text
  return { form, denials: readDenials(form, locale) }
}

/** What one text denies and the other only affirms. */
function turnedHead(one: Side, other: Side): string | undefined {
  return one.denials.heads.find((head) => {
    let at = other.form.indexOf(head)
    if (at < 0) return false
    for (; at >= 0; at = other.form.indexOf(head, at + 1)) if (other.denials.denies(at, at + head.length)) return false
    return true
  })
}
