import { featuresOf } from '../features.ts'
import { normalise } from '../normalise.ts'
import { clauseShares, type Shares, sharesOf } from './classify.ts'
import type { Model } from './model.ts'

/** Families that only open, close or nod: a clause of theirs beside a question asks nothing of its own. */
const LIGHT = new Set(['greeting', 'other', 'acknowledgement', 'thanks_bye', 'chitchat_offtopic'])
/** Of these, the ones that are courtesy: the matter beside them comes first. */
const COURTESY = new Set(['greeting', 'acknowledgement', 'thanks_bye'])
const BEHIND = 0.9
/** Families whose topics are questions of their own, each with its own answer. */
const ASKED = new Set([
  'product_info',
  'size_fit',
  'shipping_time',
  'shipping_fee',
  'courier_choice',
  'discount_promo',
  'stock_availability',
  'payment',
  'invoice',
])
/** A clause must be this sure of a family to add it, and then counts for a little less than the whole message would. */
const SURE = 0.6
const DISCOUNT = 0.85
const HAN = /[\u3400-\u9fff]/
/**
 * Chinese shoppers put a space where others put a comma, or nothing at all: a particle that ends a sentence ends it without a mark too (不是都免费吗货要多久),
 * as does a nod or thanks (谢谢了什么快递). Elsewhere a space only parts words.
 */
const HAN_BREAK =
  /[\s,，。.!！?？;；~、]+|(?<=[吗吧呢哦啊呀啦嘛哈]|(?<!花)呗|(?:谢谢|多谢|辛苦|麻烦|知道|明白)[您你]?了)(?=[^\s吗吧呢哦啊呀啦嘛哈呗]{3})|(?<=了)(?=(?:什么|怎么|多少(?![遍次回])|多久|有没有|能不能|可不可以|是不是).)/
const BREAK = /[.!?;,~。！？，]+(?:\s|$)|\s(?:and|also|but)\s/
const HANGUL = /[\uac00-\ud7af]/
/**
 * A Korean sentence ends in its verb, and seldom with a mark: 재고 있나요 배송은 언제 돼요. Nouns that end alike end nothing (필요, 아까), nor does a reason (그러니까).
 */
const HANGUL_BREAK =
  /[.!?;,~。！？，]+(?:\s|$)|\s(?:그리고|그런데|근데)\s|(?<=[\uac00-\ud7af](?:(?<![필중주수소])요|(?<![니아])까|죠|니다))\s+/
/** A size or a figure between commas is a value, whatever it is a value of: do you have it in navy, size L. */
const VALUE =
  /^(?:(?:in|size|사이즈|尺码) ?)*(?:\d?x{0,3}[sml]|\d{1,3}(?:\.\d)?)(?: ?(?:size|사이즈|码|号))?(?:이?요)?$/
const CLAUSES = 4
const SHORTEST = 3

/** Words that announce a question and say nothing of it: 我想问一下, 麻烦问下, can I ask. */
const ANNOUNCED =
  /^(?:[亲您你]好?|老板|店家|在吗)?[,，\s]*(?:那?我)?(?:就)?[想要]?(?:请|麻烦)?(?:您|你)?(?:问|咨询|请教)(?:您|你)?(?:一?下|个事儿?|个问题|个)[,，:：~\s]*|^(?:hi|hello|hey)?[,!.\s]*(?:can|may|could) i (?:just )?ask(?: you)?(?: something| a question)?[,:.?\s]+|^(?:quick|one|just a(?: quick)?) question[,:.!\s]+/i
const ASKED_AT_LEAST = 4

/** The question without the words that announce it. */
function withoutAnnouncement(text: string): string {
  const rest = text.replace(ANNOUNCED, '')
  return rest.length < ASKED_AT_LEAST ? text : rest
}

/**
 * Reads a message as a whole and, when it has several clauses, each by itself, so that two questions in one message are both found (R53): a family's
 * share is the larger of the two readings. The families of the result no longer add up to 1.
 */
export function readClauses(model: Model, said: string): Shares {
  const text = withoutAnnouncement(said)
  const whole = sharesOf(model, featuresOf(normalise(text).text))
  const breaks = breaksOf(text)
  // most messages are one clause
  if (!breaks.test(text)) return whole
  const clauses = text
    .split(breaks)
    .map((clause) => normalise(clause).text)
    .filter((clause) => clause.length >= SHORTEST && !VALUE.test(clause))
  if (clauses.length < 2) return whole
  let matter = 0
  for (const clause of clauses.slice(0, CLAUSES)) {
    const part = clauseShares(model, featuresOf(clause))
    for (let family = 0; family < part.families.length; family += 1) {
      const share = part.families[family]! * DISCOUNT
      if (part.families[family]! < SURE || LIGHT.has(model.families[family]!)) continue
      if (share <= whole.families[family]!) {
        if (ASKED.has(model.families[family]!)) addTopic(model, whole, part, family)
        continue
      }
      whole.families[family] = share
      matter = Math.max(matter, share)
      for (let topic = model.firstTopic[family]!; topic < model.firstTopic[family + 1]!; topic += 1) {
        whole.topics[topic] = part.topics[topic]! * DISCOUNT
      }
    }
  }
  if (matter > 0) putCourtesyBehind(model, whole, matter * BEHIND)
  return whole
}

/** A clause about another topic of the family that the whole is about: 什么时候发货 几天能到 asks for both. */
function addTopic({ firstTopic }: Model, whole: Shares, part: Shares, family: number): void {
  const [from, to] = [firstTopic[family]!, firstTopic[family + 1]!]
  let best = from
  let meant = from
  for (let topic = from + 1; topic < to; topic += 1) {
    if (whole.topics[topic]! > whole.topics[best]!) best = topic
    if (part.topics[topic]! > part.topics[meant]!) meant = topic
  }
  if (meant === best || part.topics[meant]! < SURE) return
  whole.topics[meant] = Math.max(whole.topics[meant]!, Math.min(part.topics[meant]!, whole.topics[best]!) * BEHIND)
  whole.besides.push(meant)
}

function breaksOf(text: string): RegExp {
  if (HAN.test(text)) return HAN_BREAK
  return HANGUL.test(text) ? HANGUL_BREAK : BREAK
}

function putCourtesyBehind(model: Model, { families }: Shares, most: number): void {
  for (let family = 0; family < families.length; family += 1) {
    if (COURTESY.has(model.families[family]!)) families[family] = Math.min(families[family]!, most)
  }
}
