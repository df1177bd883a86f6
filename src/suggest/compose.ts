import { familyOf, isQuestion } from '../intents/index.ts'
import type { FactSource } from '../policy/index.ts'
import { type Intent, LIMITS, type Locale, type Tier } from '../protocol/index.ts'
import { type Filled, fill, joined, saidScript } from '../scripts/index.ts'
import { type Offer, scoreOf } from './features.ts'
import type { Ranked } from './rank.ts'
import type { Turn } from './turn.ts'
import { type Asked, isPlainTopic, placeOf, twoQuestions } from './two-questions.ts'

const MOST: Readonly<Record<Locale, number>> = { zh: 60, en: 160, ko: 90 }
/** Before something is asked back beside an answer both must be surer still. */
const SURE_ASKING = 0.7
/** Who has nodded once does not nod again. */
const NODS = /^(?:好的?|嗯+|收到|行|可以的?|sure|of course|okay|네)[，,!. ]/i
/** A third question has its own reply from here on, as in ranking. */
const SURELY = 0.6
/** Answers to each question that are tried. */
const TRIED = 3
/** Bad news wants a reply of its own. */
const BAD_NEWS: ReadonlySet<string> = new Set(['no', 'off', 'out', 'variant_missing', 'unsuitable', 'deny', 'late'])
/** They name other goods than the ones the rest of the reply is about. */
const OTHER_GOODS: ReadonlySet<string> = new Set([
  'alternatives',
  'cheaper',
  'compare.other',
  'product.companion',
  'free.item',
  'hot.items',
  'new.items',
])

/**
 * The ranked offers, and before them one reply to both of two questions (R53), where their short answers stand well side by side; a third question is answered right behind
 * it.
 */
export function* compose(turn: Turn, ranked: Iterable<Ranked>): Generator<Ranked, void> {
  const asked = twoQuestions(turn.analysis)
  if (!asked) return yield* ranked
  const all = [...ranked]
  if (all[0] && answersBoth(all[0].offer, asked)) return yield* all
  const both = firstPair(turn, plainReplies(all, asked[0]), plainReplies(all, asked[1]))
  if (!both) return yield* all
  yield both
  const third = thirdQuestion(turn, asked)
  const rest = third ? all.filter(({ offer }) => familyOf(offer.candidate.topic) === third).slice(0, 1) : []
  const parts = all.filter(({ offer }) => offer === both.offer.parts?.[0] || offer === both.offer.parts?.[1])
  const first = [...rest, ...parts]
  yield* first
  yield* all.filter((place) => !first.includes(place))
}

/** The family of what is surely asked beside two questions. */
function thirdQuestion({ analysis }: Turn, asked: readonly Asked[]): string | undefined {
  const isThird = ({ name, confidence }: Intent) => confidence >= SURELY && !asked.some(({ isMeant }) => isMeant(name))
  return analysis.intents.find(isThird)?.family
}

/** Some scripts are written for both. */
function answersBoth({ candidate: { entry } }: Offer, asked: readonly Asked[]): boolean {
  return asked.every(({ isMeant }) => entry.topics.some(isMeant))
}

/** The plain answers to a question, best first, else what is asked back for want of a fact; none when the best of them is not plain. */
function plainReplies(all: readonly Ranked[], { isMeant, confidence }: Asked): Ranked[] {
  const of = (tier: Tier) =>
    all.filter(({ offer: { candidate } }) => isMeant(candidate.topic) && candidate.entry.traits.tier === tier)
  const answers = of('answer')
  const mayAsk = answers.length === 0 && confidence >= SURE_ASKING
  const replies = mayAsk ? of('ask').filter(({ offer }) => asksSlots(offer)) : answers
  return replies[0] && isPlain(replies[0].offer) ? replies.filter(({ offer }) => isPlain(offer)) : []
}

function asksSlots({ candidate: { entry } }: Offer): boolean {
  return entry.script.asks.length > 0
}

function isPlain({ candidate: { entry, topic }, filled }: Offer): boolean {
  const { script, traits } = entry
  return (
    !traits.required &&
    isPlainTopic(topic) &&
    !filled.printed.some(({ name }) => OTHER_GOODS.has(name)) &&
    !Object.values(script.when.is ?? {}).some((values) => values.some((value) => BAD_NEWS.has(value)))
  )
}

/** The best answers of both that make one text; only the best few of each are tried. */
function firstPair(turn: Turn, ones: readonly Ranked[], others: readonly Ranked[]): Ranked | undefined {
  for (const one of ones.slice(0, TRIED)) {
    for (const other of others.slice(0, TRIED)) {
      const both = join(turn, one, other)
      if (both) return both
    }
  }
  return undefined
}

function join(turn: Turn, one: Ranked, other: Ranked): Ranked | undefined {
  const inOrder = [one.offer, other.offer].sort((a, b) => placeOf(a.candidate.topic) - placeOf(b.candidate.topic))
  const [firsts, seconds] = inOrder.map((offer) => shortsOf(turn, offer))
  for (const first of firsts!) {
    for (const second of seconds!) {
      // a question at the end lets the shopper go on, and what is asked for comes last
      const both =
        isQuestion(first.text) || asksSlots(first.offer) ? asOne(turn, second, first) : asOne(turn, first, second)
      if (!both) continue
      const better = one.score >= other.score ? one : other
      const features = { ...better.offer.features, both: 1 }
      const score = scoreOf(features, turn.deps.weights)
      return {
        offer: { ...one.offer, ...both, features, trial: undefined },
        score,
        value: Number.POSITIVE_INFINITY,
        runnerUp: 0,
      }
    }
  }
  return undefined
}

/** Two short forms as one reply that the talk will know again when it is sent. */
function asOne(turn: Turn, first: Short, second: Short): Pick<Offer, 'filled' | 'template' | 'parts'> | undefined {
  const { state, locale } = turn.analysis
  if (isQuestion(first.text) || asksSlots(first.offer) || NODS.test(second.text) || saySame(first, second))
    return undefined
  const text = framed(turn, joined(first.text, second.text, locale))
  const ids = `${first.id}+${second.id}`
  if (text.length > MOST[locale] || ids.length > LIMITS.idChars || state.said.includes(text)) return undefined
  if (saidScript(turn.deps.library.said(text, locale))?.id !== ids) return undefined
  return {
    filled: {
      text,
      printed: [...first.printed, ...second.printed],
      missing: [...first.missing, ...second.missing],
    },
    template: joined(first.template, second.template, locale),
    parts: [first.offer, second.offer],
  }
}

interface Short extends Filled {
  readonly id: string
  readonly offer: Offer
  readonly template: string
}

/** The short forms of an offer's script that can be said, without an address word and a smile of their own. */
function shortsOf({ facts, analysis }: Turn, offer: Offer): Short[] {
  const { script, forms } = offer.candidate.entry
  const unvoiced = bare(facts)
  return forms.flatMap((form) => {
    const filled = fill(form.short, unvoiced)
    if ('lacks' in filled || analysis.state.said.includes(filled.text)) return []
    return [{ ...filled, id: script.id, offer, template: form.wording.short }]
  })
}

function bare(facts: FactSource): FactSource {
  const NOTHING = { text: '', value: '', source: 'persona' } as const
  return { ...facts, get: (name) => (name === 'you' || name === 'smile' ? NOTHING : facts.get(name)) }
}

/** Nothing new in the second: the same fact, or a fact that falls back. */
function saySame(first: Short, second: Short): boolean {
  return second.printed.some(({ name, text }) => first.printed.some((fact) => fact.name === name || fact.text === text))
}

/** The agent's first turn names the shopper and smiles, once. */
function framed({ situation, facts, analysis }: Turn, text: string): string {
  if (!situation.first) return text
  const word = facts.get('you')?.text ?? ''
  // 您 calls nobody
  const you = word === '您' ? '' : word
  const smile = facts.get('smile')?.text ?? ''
  const [comma, space] = analysis.locale === 'zh' ? ['，', ''] : [', ', ' ']
  return `${you === '' ? '' : `${you}${comma}`}${text}${smile === '' ? '' : `${space}${smile}`}`
}
