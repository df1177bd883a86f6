import type { Intent, State } from '../protocol/index.ts'
import { invitedStep, isFarewell, isPromise, takesNote } from './agent-acts.ts'
import { asksForPicture, isTelling } from './expects.ts'
import { familyOf, isLight } from './state.ts'

/** How a message takes up what the agent has just told. */
export interface Reaction {
  /** The topics of the next step, when the shopper has done what the line invited to. */
  readonly step: readonly string[]
  /** The topic of the picture the line asked for, when the shopper asks how or what to take, or goes to take it: 拍哪里, 我回去拍给你. */
  readonly picture: readonly string[]
  /** True when it asks back or objects: 不够是吧, 我这样算是732. */
  readonly doubt: boolean
  /** True for a nod at a promise about sending or an order in a talk that counts as before the sale: 嗯你尽量吧. The later stages have nods of their own. */
  readonly nod: boolean
}

const NONE: Reaction = { step: [], picture: [], doubt: false, nod: false }

const DONE =
  /^(?:好[的了]?|嗯+|ok|亲)?[，, ]*(?:我|已经?|刚刚?|都|也){0,3}(?:提交|下单|拍下?|下)(?:订单|单)?(?:好|完|过|下|成功)?(?:[0-9一两二三四五六]{1,2}[件个包盒份袋]?)?(?:了|啦|咯|喽|嘞)[，,。~！! ]*(?:亲|哦|哈|呢|啊|呀|您?看[看下一]*)*$|^(?:好了|弄好了|done|placed it|ordered it)$/
const ASKS_BACK = /(?:[是对]吧|不是吧|没错吧|对不对)[啊呀呢哦~～。.?？!！]*$/
const OBJECTS =
  /^(?:不是吧|不对吧|不会吧)|(?:我|这样|那样|这么|一共|总共|加起来).{0,4}(?:算|是|才|就|有).{0,3}[0-9]+(?:\.[0-9]+)?(?:元|块|块钱)?[啊呀呢哦~～。.]*$/
const PICTURE =
  /拍|照|[什哪啥].{0,3}图|\b(?:photo|picture|pic)s?\b|(?:how|where).{0,12}(?:send|upload|attach)|\bwill (?:do|send)\b|사진|찍|보낼게|올릴게/
const SHOT = /照|图|拍(?:给|个|一?张|近景)|photo|picture|pic\b|사진/i
/** It is there already. */
const SENT = /[发传拍](?:过去|好|给你|给您)?了|已经?[发传]|\b(?:sent|uploaded|attached)\b|보냈|올렸|찍었/
/** What the order is placed with is 拍 too. */
const ORDERS = /下单|付款|拍下|重拍|再拍|要买|想买|[0-9一两几]+[件个包盒份]/
/** The case a picture shows, unless the line asked for one of something else. */
const CASE = 'quality_issue.open'
/** 要胡桃色的, 不要香菜味, 都发大号, 深色那款: no question. */
const WISHES =
  /^(?:我|就|都|那|还是)?(?:要(?!不要|是|多久|等)|不要(?!了$|$)|别|换成?|发|放|装|送).+(?<![吗嘛么?？])$|^.{1,8}(?:的|色|款|味|码|号)(?:吧|哦|哈|那个|就行|就好)?$|^(?:the|in|without|no|please) .+(?<!\?)$|(?:걸로|으로|색|빼고).{0,4}$/
const REMARK = 'order_change.remark'
const NOD = /^(?:嗯+|恩+|好|行|可以|成|那|哦|ok)?.{0,3}(?:尽量|尽快|麻烦|拜托|辛苦)/
const ORDERED = /^(?:shipping_time|logistics_tracking|order_change|return_exchange|refund|quality_issue|payment\.paid)/

/** A doubt says little outside its talk, and a reading this clear is no doubt about what was told. */
const SHORT = 14
const SHORT_IN_LETTERS = 48
const HAN = /[\u4e00-\u9fff]/
const CLEAR = 0.9
/** A question on another matter than the talk's needs less: 80行吗 - 最低价了 - 黑龙江包邮是吧. */
const CLEAR_ELSEWHERE = 0.7

/** True for a line that asks for a photo of the goods: 拍 alone may as well invite to order, and a screenshot shows no goods. */
function asksForShot(told: string): boolean {
  return asksForPicture(told) && SHOT.test(told) && !/截/.test(told)
}

/** How the matching form of a message takes up the agent's last line; `first` is its own likeliest reading. */
export function reactionTo(
  normalised: string,
  { said, about, pending = [], stage, agentTurns }: State,
  first: Intent | undefined,
): Reaction {
  const told = said.at(-1)
  if (told === undefined || agentTurns === 0) return NONE
  if (
    asksForShot(told) &&
    normalised.length <= (HAN.test(normalised) ? SHORT : SHORT_IN_LETTERS) &&
    PICTURE.test(normalised) &&
    !ORDERS.test(normalised) &&
    !SENT.test(normalised)
  )
    return { ...NONE, picture: pending.length > 0 ? pending : [CASE] }
  const step = stepAfter(normalised, told, first, stage)
  if (step.length > 0) return { ...NONE, step }
  const acknowledges = first?.family === 'acknowledgement'
  const doubt =
    isTelling(told) && normalised.length <= SHORT && doubts(normalised, acknowledges ? undefined : first, about)
  const nods =
    NOD.test(normalised) || (acknowledges && ['acknowledgement.ok', 'acknowledgement.yes'].includes(first.name))
  const nod = nods && stage === 'presale' && isPromise(told) && (about ?? []).some(({ name }) => ORDERED.test(name))
  return { ...NONE, step, doubt, nod: nod && !doubt }
}

/** What the message does of what the line invited to: it places the order, words the note or returns the goodbye. */
function stepAfter(normalised: string, told: string, first: Intent | undefined, stage: State['stage']): string[] {
  if (DONE.test(normalised)) return invitedStep(told)
  if (isNoted(normalised, told, first)) return [REMARK]
  const nods = first?.family === 'acknowledgement' && normalised.length <= SHORT
  return nods && isFarewell(told) ? [stage === 'presale' ? 'thanks_bye.bye_no_order' : 'thanks_bye.bye_order'] : []
}

/** What is wished for right after the agent has spoken of a note, unless it is clearly a matter of its own: 我帮您备注 - 要胡桃色的. */
function isNoted(normalised: string, told: string, first: Intent | undefined): boolean {
  if (normalised.length > (HAN.test(normalised) ? SHORT : SHORT_IN_LETTERS) || !WISHES.test(normalised)) return false
  return takesNote(told) && (first === undefined || isLight(first.name) || first.confidence < CLEAR_ELSEWHERE)
}

function doubts(normalised: string, first: Intent | undefined, about: State['about'] = []): boolean {
  const confidence = first?.confidence ?? 0
  if (OBJECTS.test(normalised)) return confidence < CLEAR
  const isElsewhere = first !== undefined && !about.some(({ name }) => familyOf(name) === first.family)
  return ASKS_BACK.test(normalised) && confidence < (isElsewhere ? CLEAR_ELSEWHERE : CLEAR)
}
