import { analyse, detectLocale, initialState, redact } from '../../intents/index.ts'
import { settle } from '../../policy/index.ts'
import type { Locale, Suggestion, Tone } from '../../protocol/index.ts'
import { guardContextOf } from '../guard-context.ts'
import type { SuggestDeps, SuggestInput } from '../suggest.ts'
import { openTurn, type Turn } from '../turn.ts'
import { type Accepted, accept, type Original } from './accept.ts'
import { type Fact, readFacts } from './facts.ts'
import { createHoldBack, type HoldBack } from './hold-back.ts'
import { protect } from './placeholders.ts'
import { printedIn } from './printed.ts'
import { type Prompt, promptOf } from './prompt.ts'
import { addedSoFar } from './same-facts.ts'

/** A suggestion about to be rewritten: what to ask a model, what of its stream may be shown, and whether the result may be used. */
export interface RewriteTask {
  readonly prompt: Prompt
  /** The language of the result. */
  readonly locale: Locale
  holdBack(): HoldBack
  accept(raw: string): Accepted
}

/** Of the shopper's words so many characters are shown to the model. */
const SHOPPER_CHARS = 300
const PERSONAL: ReadonlySet<string> = new Set([
  'order_no',
  'tracking_no',
  'phone',
  'email',
  'bank_card',
  'id_card',
  'address',
  'link',
])
/** Values that name a person, an order or a parcel. */
const PERSONAL_SLOTS = /^(?:shopper\.|order\.|address|recipient|phone|tracking_no|order_no)/

/** Prepares the rewrite of a suggestion in the talk it was made for; pure, like the pipeline. */
export function openRewrite(
  { text, templateText }: Pick<Suggestion, 'text' | 'templateText'>,
  tone: Tone,
  input: SuggestInput,
  deps: SuggestDeps,
): RewriteTask {
  const before = input.before ?? initialState(input.locale ?? deps.store.locales[0]!)
  const turn = openTurn(input, analyse(input.messages, before, deps.analyse, input.now), deps)
  const said = input.messages
    .flatMap(({ role, text: words }) => (role === 'shopper' && words ? [words] : []))
    .join('\n')
  const locale = detectLocale(text, turn.analysis.locale)
  const target = tone === 'shopper' ? detectLocale(said, locale) : locale
  const names = { products: deps.catalogue.mentions }
  const printed = printedIn(templateText, text)
  const facts = readFacts(text, locale, names)
  const { text: reply, values } = protect(text, spansOf(text, facts, printed, target === locale))
  const limit = limitOf(text, tone, target !== locale)
  const brokenRule = ruleCheck(turn, text, printed, target)
  const original: Original = { text, locale, target, tone, values, printed, names, limit, brokenRule }
  const hidden = personalValues(text, facts, printed)
  return {
    prompt: promptOf({
      reply,
      marks: marksOf(values, hidden),
      // the other tones do not need it, and what is not sent cannot leak or mislead
      shopper: tone === 'shopper' ? redact(said.slice(-SHOPPER_CHARS)).text : '',
      tone,
      locale: target,
      voice: voiceOf(turn),
      limit,
    }),
    locale: target,
    holdBack: () =>
      createHoldBack({
        values,
        limit: 2 * limit + 64,
        maySay: (draft) =>
          addedSoFar(original, facts, { text: draft, locale: target }, names) === undefined &&
          brokenRule(draft) === undefined,
      }),
    accept: (raw) => accept(raw, original),
  }
}

/** Everything literal is kept from the model's pen; in a translation only what is the same in every language. */
function spansOf(text: string, facts: readonly Fact[], printed: Original['printed'], isSameLanguage: boolean) {
  const literal = facts.filter(
    ({ kind, isLiteral }) => isLiteral && (isSameLanguage || PERSONAL.has(kind) || kind === 'latin'),
  )
  if (!isSameLanguage) return literal
  return [
    ...literal,
    ...printed.flatMap(({ text: value }) => {
      const start = text.indexOf(value)
      return start < 0 ? [] : [{ start, end: start + value.length }]
    }),
  ]
}

function personalValues(text: string, facts: readonly Fact[], printed: Original['printed']): string[] {
  return [
    ...facts.flatMap(({ kind, start, end }) => (PERSONAL.has(kind) ? [text.slice(start, end)] : [])),
    ...printed.flatMap(({ name, text: value }) => (PERSONAL_SLOTS.test(name) ? [value] : [])),
  ]
}

/** What the marks stand for, so that the sentence around them can be right; personal data stay here. */
function marksOf(values: readonly string[], hidden: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    values.map((value, i) => {
      const isPersonal = hidden.some((secret) => value.includes(secret) || secret.includes(value))
      return [`[[${i + 1}]]`, isPersonal ? '(private)' : redact(value).text]
    }),
  )
}

/** A shorter one must not be longer; politeness takes room, and so do other languages. */
function limitOf(text: string, tone: Tone, isTranslation: boolean): number {
  if (isTranslation) return 5 * text.length + 80
  return tone === 'shorter' ? text.length : 2 * text.length + 40
}

/** The guard as it judged the suggestion; only what the rewrite brings in counts, hints aside. */
function ruleCheck(turn: Turn, text: string, printed: Original['printed'], target: Locale) {
  const { guard } = turn.deps
  const context = { ...guardContextOf(turn, 'rewrite'), locale: target, printed }
  const rulesOf = (words: string) =>
    guard.check(words, context).warnings.flatMap(({ rule, level }) => (level === 'hint' ? [] : [`${rule} ${level}`]))
  const known = new Set(rulesOf(text))
  return (words: string): string | undefined => {
    const broken = rulesOf(words).find((finding) => !known.has(finding))
    return broken && `rule: ${broken.split(' ')[0]}`
  }
}

/** The store's voice in words: how it speaks in this channel, and which smileys the shopper's mood forbids. */
function voiceOf({ facts, deps, situation }: Turn): string {
  const { formality, particles, emoji } = deps.store.persona
  const here = { channel: situation.channel, day: situation.day, region: undefined, zone: undefined }
  const you = facts.get('you')?.text
  const isUpset = situation.mood === 'angry' || situation.mood === 'worried'
  return [
    settle(formality, here) ?? 'neutral',
    you ? `the shopper is addressed as ${you}` : 'no address word',
    `particles: ${settle(particles, here)?.join(' ') || 'as fits'}`,
    `smileys: ${isUpset ? `none, the shopper is ${situation.mood}` : (settle(emoji, here) ?? 'light')}`,
  ].join('; ')
}
