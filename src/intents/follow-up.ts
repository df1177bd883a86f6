import type { Entity, Intent, State } from '../protocol/index.ts'
import { isOffer } from './agent-acts.ts'
import { NEEDED_FOR } from './expects.ts'
import { reactionTo } from './reaction.ts'
import { accepts, declined, declines, isRefusal, leftOf, settled, statedFor, statesFact } from './settled.ts'
import { familyOf, GRAVE, isLight, LIGHT, type Reading } from './state.ts'

/** How sure it is that a bare answer goes on with what the agent asked about: the shopper's own question first, then what the agent brought up. */
const CONTINUES = [0.85, 0.6, 0.5, 0.45] as const
/** A reply that may as well be a new matter. */
const MAY_CONTINUE = [0.45, 0.3] as const
/** What is left of a reading that gives way. */
const ASIDE = 0.3
/** An elliptic message (那黑色呢) goes on with what was last spoken of. */
const ELLIPTIC = [0.7, 0.4, 0.3] as const
/** A link alone may tell which goods the question before was about. */
const REFERENCE = 'other.reference'
const NAMED = [0.6] as const
const OF_GOODS: ReadonlySet<string> = new Set([
  'product_info',
  'size_fit',
  'stock_availability',
  'discount_promo',
  'price_haggle',
])

function isOfGoods(topic: string): boolean {
  return OF_GOODS.has(familyOf(topic))
}

/** A reading of its own that neither ellipsis nor an agent's question outweighs. */
const CLEAR = 0.85
/** What a scrap names besides being one: 그럼 도착은요. */
const NAMES = 0.45
/** A matter of its own in two or three words, or in words that are mostly a nod. */
const CERTAIN = 0.9
/** Who reports a fault or complains is heard, whatever was asked. */
const GRAVE_CLEAR = 0.65
/** So is who decides to buy: 黑的先来一件吧. */
const BUYS = 'payment.will_pay'

/** From here on thanks or a goodbye is heard as such. */
const LEAVING = 0.65

const NEED = 'recommendation'

/** What was told is doubted: it is looked at again. */
const UNCERTAIN = 'other.unknown'
const WAITS = 'acknowledgement.wait'

const QUESTION =
  /[?？]|[嘛么不嘞]$|吗|么[，,。!~ ]|怎么|什么|多少|多久|多长|几[个天点号时]|哪|能不能|可不可以|有没有|是不是|为啥|为什么|咋|^(?:what|how|when|where|why|which|can|could|do|does|is|are|will)\b|나요|까요|어떻|언제|얼마/
const ELLIPSIS =
  /^(?:那|还有|这个?|那个?|刚才)?.{0,8}[呢嘞][?~]*$|^(?:就|只)有?.{1,6}[吗么嘛][?~]*$|^(?:多少|为什么|为啥|真的吗|可以吗|行吗|是吗|这个呢|呢|价格|尺码|颜色)[?~]*$|^(?:and|what about|how about)\b|^(?:[a-z0-9]+ ){1,2}then\??$|[은는]요\??$/
/** Heard, but neither yes nor no. */
const HEARD = /^(?:哦|噢|喔|呃|额|哎|唉|汗|呵呵|oh|hm+|아|음)[~～.。!]*$|^(?:哦|噢){2}$/
/** More of the same trouble: 而且不吸水. */
const GOES_ON = /^(?:而且|并且|况且|关键是?|主要是?)/
/** Who hurries in a matter under way (一直没送来 - 麻烦你们尽快) means that matter, not the dispatch of an order. */
const HURRY = 'shipping_time.urge'
const UNDER_WAY: ReadonlySet<string> = new Set(['logistics_tracking', 'return_exchange', 'refund', 'quality_issue'])
const OF_DISPATCH = /发|寄|\b(?:ship|send|dispatch)|출고|발송|보내/
const UNKNOWN =
  /不知道|不清楚|不晓得|哪(?:儿|里)?知道|不懂|说不准|不确定|没量过|don'?t know|not sure|no idea|dunno|idk|모르|글쎄/

/** Bare is what says little outside its talk: a value, a word or two, a nod. Han characters and Hangul syllables weigh as much as a word. */
const BARE = 14
const TERSE = 4

/**
 * A reading in the light of the talk. After an agent's question a bare answer (165, 秦皇岛, 黑的吧, 好) goes on with what the question was about; an elliptic
 * message goes on with what was last spoken of. `normalised` is the message in matching form; `beside` reads it behind the agent's question.
 */
export function followUp(
  reading: Reading,
  normalised: string,
  state: State,
  entities: readonly Entity[],
  beside: (question: string) => readonly Intent[] = () => reading.intents,
): Reading {
  const first = reading.intents[0]
  const { pending, about = [] } = state
  const spokenOf = about.map(({ name }) => name)
  const { step, picture, doubt, nod } = reactionTo(normalised, state, first)
  if (picture.length > 0) return before(reading, picture, CONTINUES)
  if (step.length > 0) return { ...before(reading, step, CONTINUES), answers: true }
  if (GOES_ON.test(normalised) && !QUESTION.test(normalised)) {
    const trouble = spokenOf.filter((name) => GRAVE.has(familyOf(name)))
    if (trouble.length > 0) return before(reading, trouble, CONTINUES)
  }
  if (first?.name === HURRY && !OF_DISPATCH.test(normalised)) {
    const matter = spokenOf.filter((name) => UNDER_WAY.has(familyOf(name)))
    if (matter.length > 0) return before(reading, matter, CONTINUES)
  }
  if (pending && pending.length > 0) {
    const question = state.said.at(-1) ?? ''
    const filled = entities.some((entity) => state.expects.includes(entity.slot))
    if ((filled && !asksAnew(normalised, first)) || isBareAnswer(normalised, question, first, () => beside(question))) {
      if (statesFact(normalised, question)) {
        const topics = statedFor(pending, spokenOf)
        return { ...(topics.length > 0 ? before(reading, topics, CONTINUES) : reading), answers: true }
      }
      if (declines(normalised, question, first))
        return after(reading, declined(normalised, pending), leftOf(pending, normalised))
      const named = entities.some(({ slot }) => slot === 'courier') ? [NEEDED_FOR.courier!] : []
      const topics = [...new Set([...named, ...settled(normalised, question), ...pending])]
      return { ...before(reading, topics, CONTINUES), answers: true }
    }
    // who tells more of what they look for, and reads clearly so, has answered: 想看点什么呢 - 给我妈买的 快过生日了
    const tellsNeed = first?.family === NEED && pending.some((name) => familyOf(name) === NEED)
    return tellsNeed && isClear(first) && !QUESTION.test(normalised) ? { ...reading, answers: true } : reading
  }
  if (doubt) return before(reading, [UNCERTAIN, ...spokenOf], ELLIPTIC)
  if (first?.name === REFERENCE && spokenOf.some(isOfGoods)) return before(reading, spokenOf.filter(isOfGoods), NAMED)
  if (spokenOf.length > 0 && ELLIPSIS.test(normalised) && !isClear(first))
    return before(reading, [...new Set([...namedIn(reading), ...spokenOf])], ELLIPTIC)
  return nod ? { ...waiting(reading), answers: true } : reading
}

function isBareAnswer(
  normalised: string,
  question: string,
  first: Intent | undefined,
  beside: () => readonly Intent[],
): boolean {
  if (HEARD.test(normalised) || takesLeave(normalised, question, first)) return false
  const asks = QUESTION.test(normalised) && !UNKNOWN.test(normalised)
  if (isCertain(first) && (LIGHT.has(first.family) || asks)) return false
  const weight = weightOf(normalised)
  if (asks && isClear(first)) return false
  if (weight <= TERSE || first?.name === 'other.bare_data') return true
  if (weight > BARE) return false
  if (UNKNOWN.test(normalised) || (weight <= TERSE * 2 && isRefusal(normalised))) return true
  if (QUESTION.test(normalised)) return false
  if (!isClear(first)) return true
  return GRAVE.has(first!.family) && first!.confidence < CLEAR && !GRAVE.has(beside()[0]?.family ?? '')
}

/** Thanks and goodbyes answer nothing but an offer that they accept: 需要帮您备注吗 - 好的谢谢. */
function takesLeave(normalised: string, question: string, first: Intent | undefined): boolean {
  if (first?.family !== 'thanks_bye' || first.confidence < LEAVING) return false
  return !(isOffer(question) && accepts(normalised))
}

function namedIn({ intents: [first, second] }: Reading): string[] {
  if (!first || !second || !isLight(first.name) || isLight(second.name)) return []
  return second.confidence >= NAMES ? [second.name] : []
}

/** A figure that comes with a question of its own. */
function asksAnew(normalised: string, first: Intent | undefined): boolean {
  if (first === undefined || isLight(first.name)) return false
  return first.confidence >= 0.65 && QUESTION.test(normalised)
}

function isCertain(first: Intent | undefined): first is Intent {
  return first !== undefined && !isLight(first.name) && first.confidence >= CERTAIN
}

function isClear(first: Intent | undefined): boolean {
  if (first === undefined || isLight(first.name)) return false
  if (first.family === 'acknowledgement') return first.confidence >= CERTAIN
  return first.confidence >= (GRAVE.has(first.family) || first.name === BUYS ? GRAVE_CLEAR : CLEAR)
}

/** Characters of scripts written without spaces, words of others. */
function weightOf(normalised: string): number {
  const words = normalised.match(/[a-z0-9.]+/g)?.length ?? 0
  const characters = normalised.match(/[\u3400-\u9fff\uac00-\ud7af]/g)?.length ?? 0
  return words + characters
}

/** The topics lead, the message's own reading stands aside. */
function before(reading: Reading, topics: readonly string[], shares: readonly number[]): Reading {
  const led = topics.slice(0, shares.length).map((name, i) => intentOf(name, shares[i]!))
  const families = new Set(led.map(({ family }) => family))
  return {
    intents: unique([
      ...led,
      ...reading.intents.filter(({ family }) => !families.has(family)).map((intent) => dimmed(intent)),
    ]),
    topics: [
      ...led.map(({ name, confidence }) => ({ name, share: confidence })),
      ...reading.topics
        .filter(({ name }) => !topics.includes(name))
        .map(({ name, share }) => ({ name, share: share * ASIDE })),
    ],
  }
}

/** The message's own reading leads, the topics may be meant. */
function after(reading: Reading, leading: readonly string[], topics: readonly string[]): Reading {
  const own = leading.length === 0 ? reading : before(reading, leading, CONTINUES)
  const more = topics.slice(0, MAY_CONTINUE.length).map((name, i) => intentOf(name, MAY_CONTINUE[i]!))
  return {
    intents: unique([...own.intents, ...more].sort((a, b) => b.confidence - a.confidence)),
    topics: [...own.topics, ...more.map(({ name, confidence }) => ({ name, share: confidence }))],
  }
}

/** A nod at a promise: the shopper waits for it. */
function waiting(reading: Reading): Reading {
  const others = reading.intents.filter(({ family }) => family !== familyOf(WAITS))
  const topics = reading.topics.filter(({ name }) => familyOf(name) !== familyOf(WAITS))
  return before({ ...reading, intents: others, topics }, [WAITS], CONTINUES)
}

/** One intent per family, the first. */
function unique(intents: readonly Intent[]): Intent[] {
  return intents.filter(({ family }, i) => intents.findIndex((other) => other.family === family) === i)
}

function intentOf(name: string, confidence: number): Intent {
  return { name, family: familyOf(name), confidence }
}

function dimmed(intent: Intent): Intent {
  return { ...intent, confidence: Math.round(intent.confidence * ASIDE * 1e4) / 1e4 }
}
