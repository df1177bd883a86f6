import type { Entity, Happening, Intent, Locale, Message, State } from '../protocol/index.ts'
import { type Breath, breathFrom, placed } from './breath.ts'
import { broughtUp } from './brought-up.ts'
import type { Model } from './classifier/model.ts'
import { isGreeting, isHolding, isQuestion } from './expects.ts'
import { extract } from './extract.ts'
import { followUp } from './follow-up.ts'
import { detectLocale } from './locale.ts'
import type { Moment } from './moment.ts'
import { normalise } from './normalise.ts'
import { withOpenQuestions } from './open-questions.ts'
import { read, referenceReading } from './read.ts'
import type { SlotName } from './slots.ts'
import {
  afterAgent,
  afterEvent,
  afterShopper,
  GRAVE,
  LIGHT,
  type Reading,
  type SaidScript,
  withProducts,
} from './state.ts'

/** What understanding needs from outside: the trained models, the catalogue's look-up and the store's calendar zone. */
export interface AnalyseDeps {
  readonly models: { readonly [L in Locale]: Model }
  /** Product references in a text, by the catalogue: ids, links, names. */
  readonly resolveProduct?: (text: string) => { id: string; start: number; end: number }[]
  /** The product a text means by a nickname, of those spoken of: 刚才那个, 59的那件. */
  readonly nicknamed?: (
    text: string,
    spoken: readonly string[],
    current?: string,
  ) => { id: string; start: number; end: number } | undefined
  readonly timezone: string
  /** The script an agent's text is, when it is one; own words give undefined. */
  readonly scriptSaid?: (text: string, locale: Locale) => SaidScript | undefined
  /** What else is folded along with the talk, after each of its steps. */
  readonly follow?: (state: State, moment: Moment) => State
  /** Below this confidence of the likeliest family no `answer` is offered. */
  readonly threshold: number
}

/**
 * What a turn means. `topics` are the raw shares behind `intents`, for retrieval; `text` is the newest shopper text, empty when an agent has
 * spoken since.
 */
export interface Analysis {
  readonly locale: Locale
  readonly text: string
  readonly intents: readonly Intent[]
  readonly topics: readonly { readonly name: string; readonly share: number }[]
  /** Topics that are asked about beside another one of their family: 什么时候发货 几天能到. */
  readonly besides: readonly string[]
  readonly entities: readonly Entity[]
  /** The words are about another trade: nothing the shop could answer. */
  readonly isOutOfScope: boolean
  readonly abstained: boolean
  readonly state: State
  /** What the newest message is when it is not words. */
  readonly kind: NonNullable<Message['kind']>
  /** True when the shopper answers what the agent has asked. */
  readonly answers?: boolean
}

/**
 * Reads messages on top of an earlier state. It is a fold: reading a then b equals reading a and b, unless b goes on with a's last breath, and but for
 * `entities`, which are those of the messages given. `now` (epoch ms) dates the messages that carry no time of their own. What the shopper said last,
 * in one breath, decides `intents`; a greeting or a fragment gives way to the questions still open.
 */
export function analyse(messages: readonly Happening[], before: State, deps: AnalyseDeps, now?: number): Analysis {
  let state = before
  let reading: Reading = { intents: [], topics: [] }
  let entities: Entity[] = []
  let text = ''
  let kind: Analysis['kind'] = 'text'
  let wasAsked = false
  const follow = (moment: Moment) => deps.follow?.(state, moment) ?? state
  for (let index = 0; index < messages.length; ) {
    const message = messages[index]!
    const breath = breathFrom(messages, index)
    if (message.role === 'agent') {
      const said = message.text ?? ''
      const script = said === '' ? undefined : deps.scriptSaid?.(said, state.locale)
      const about = isQuestion(said) ? broughtUp(said, state, deps.models[state.locale]) : []
      state = withShownProduct(afterAgent(state, said, script, about), said, deps)
      const holds = script ? script.tier === 'hold' : isHolding(said) || isGreeting(said)
      const at = message.at ? Date.parse(message.at) : now
      state = follow({ role: 'agent', text: normalise(said).text, script, holds, at })
      reading = { intents: [], topics: [] }
      text = ''
    } else if (message.role === 'event') {
      state = afterEvent(state, message)
      state = follow({ role: 'event', type: message.type, action: message.action })
    } else if (message.role === 'shopper' && message.kind !== 'recall') {
      kind = message.kind ?? 'text'
      text = breath.text
      wasAsked = state.pending !== undefined
      const locale = detectLocale(text, state.locale, state.shopperTurns === 0)
      const found = SPEAKING.has(kind) ? entitiesOf(breath, index, locale, state, deps, now) : []
      entities = entities.length === 0 ? found : [...entities, ...found]
      reading =
        kind === 'text' && text !== ''
          ? read(text, deps.models[locale], state, found)
          : followUp(referenceReading(kind), '', state, found)
      state = afterShopper(state, text, locale, reading, found)
      const { intents, answers = false } = reading
      state = follow({ role: 'shopper', text: normalise(text).text, intents, answers })
    }
    index += breath.messages.length
  }
  const { intents, topics } = withOpenQuestions(reading, state)
  // a question that is still open is answered, whatever else was said after it; who names our goods, was just asked something or tells something in a talk under way is
  // no stranger
  const isOutOfScope =
    (reading.outOfScope ?? 0) >= OUT_OF_SCOPE[state.locale] &&
    intents[0] === reading.intents[0] &&
    !isBusiness(intents[0], state.locale) &&
    !wasAsked &&
    (state.agentTurns === 0 || isQuestion(text)) &&
    !entities.some(({ slot }) => slot === 'product_ref')
  return {
    locale: state.locale,
    text,
    intents,
    topics,
    besides: reading.besides ?? NONE,
    entities,
    isOutOfScope,
    abstained: isOutOfScope || unsure(intents[0], deps.threshold),
    state,
    kind,
    answers: reading.answers === true,
  }
}

/** An id or a link in an agent's line: from now on that product is spoken of. A mere name may be a gift or a comparison. */
const REFERENCE = /\d{9}|:\/\//

function withShownProduct(state: State, said: string, { resolveProduct }: AnalyseDeps): State {
  const shown = REFERENCE.test(said)
    ? resolveProduct?.(said).findLast(({ start, end }) => REFERENCE.test(said.slice(start, end)))
    : undefined
  if (!shown) return state
  const text = said.slice(shown.start, shown.end)
  return {
    ...withProducts(state, [shown.id]),
    slots: { ...state.slots, product_ref: { value: shown.id, text } },
    // the line that shows it is said of it
    changed: { ...state.changed, product_ref: state.agentTurns - 1 },
  }
}

const NONE: readonly string[] = []

/** From this chance on a message is one of another trade. Chosen on `data/eval` (docs/decisions). */
const OUT_OF_SCOPE: Readonly<Record<Locale, number>> = { zh: 0.9, en: 0.5, ko: 0.85 }
/** A message read this surely is the shop's business, whatever strange things it names: 榴莲干怎么还没到. */
const BUSINESS: Readonly<Record<Locale, number>> = { zh: 0.75, en: 1, ko: 1 }
/** What no other trade is asked: the goods of a shop and their way. Read this surely they are the shop's business in any language. */
const SURE = 0.9
const SHOPS_OWN =
  /^(?:size_fit|quality_issue|shipping_time|shipping_fee|courier_choice|logistics_tracking|stock_availability)\.|^product_info\.(?:care|material|season|flaw|photo_match)$|^recommendation\.gift$/
/** A grave reading is kept back longer. */
const GRAVE_THRESHOLD = 0.65

function isBusiness(first: Intent | undefined, locale: Locale): boolean {
  if (first === undefined || LIGHT.has(first.family)) return false
  return first.confidence >= (SHOPS_OWN.test(first.name) ? Math.min(SURE, BUSINESS[locale]) : BUSINESS[locale])
}

function unsure(first: Intent | undefined, threshold: number): boolean {
  if (!first) return true
  return first.confidence < (GRAVE.has(first.family) ? Math.max(threshold, GRAVE_THRESHOLD) : threshold)
}

/** Kinds of messages whose words name things. */
const SPEAKING: ReadonlySet<Analysis['kind']> = new Set(['text', 'product', 'order'])

/** The products a text names, else the one it means by a nickname. */
function productsIn(text: string, { spoken = [], product }: State, { resolveProduct, nicknamed }: AnalyseDeps) {
  const named = resolveProduct?.(text) ?? []
  if (named.length > 0) return named
  const meant = nicknamed?.(text, spoken, product)
  return meant ? [meant] : []
}

function entitiesOf(
  breath: Breath,
  index: number,
  locale: Locale,
  state: State,
  deps: AnalyseDeps,
  now: number | undefined,
): Entity[] {
  const { at, ref } = breath.messages[0]!
  const found = extract(breath.text, {
    locale,
    timezone: deps.timezone,
    expects: state.expects as SlotName[],
    at: at ? Date.parse(at) : now,
    resolveProduct: (text) => productsIn(text, state, deps),
    messageIndex: index,
  })
  const own = placed(breath, found, index)
  const reference = ref?.id ?? ref?.url
  if (!reference) return own
  const known = deps.resolveProduct?.(reference)[0]
  return [
    ...own,
    { slot: 'product_ref', value: known?.id ?? reference, text: reference, start: 0, end: 0, messageIndex: index },
  ]
}
