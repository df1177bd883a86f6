import type { GuardContext } from './context.ts'

/** Whether the shopper surely means a topic, or one of a family. Unknown is no. */
export function means({ asked }: GuardContext, ...names: readonly string[]): boolean {
  if (asked === undefined || asked.length === 0) return false
  return asked.some((topic) =>
    names.some((name) => topic.startsWith(name) && (topic.length === name.length || topic[name.length] === '.')),
  )
}

/** What each expression said of the words it saw last: many rules ask the same of one turn. */
const LAST = new WeakMap<RegExp, { readonly waiting: string; readonly found: boolean }>()

/** Whether the words that wait for a reply say something in so many words. */
export function says({ waiting }: GuardContext, words: RegExp): boolean {
  if (waiting === undefined || waiting === '') return false
  const last = LAST.get(words)
  if (last?.waiting === waiting) return last.found
  const found = words.test(waiting)
  LAST.set(words, { waiting, found })
  return found
}

/** Whether a fault is reported: the topic as read, or words that say it outright. */
export function isProblem(context: GuardContext): boolean {
  if (says(context, ASKS_BEFORE)) return false
  return (
    means(context, 'complaint_dispute', 'quality_issue', 'logistics_tracking.late', 'logistics_tracking.lost') ||
    (says(context, BROKEN) && !says(context, WORRIED))
  )
}
/** How many are bad, whether any is: nobody has received them yet. */
const ASKS_BEFORE = /坏的?(?:会|很)?多[吗么嘛不]|(?:没|没有)[坏碎破]的?吧|有没有[坏碎破]的/
const BROKEN =
  /碎了|裂(?:了|的|开|纹)|漏(?:水|液|了|气)|破了|坏(?:了|的)|断了|弯的|歪|开胶|发霉|变质|异味|发错|少发|少了|没收到|还没到|失望|什么质量|投诉|骗|二手货|退钱|不开心|(?:有点|出了?)问题|不满意|太差|太硬|broken|damaged|cracked|leak|wrong item|missing|disappoint|terrible|complain|고장|파손|불량|누락|잘못 (?:왔|온)|안 (?:왔|와)|실망/
const WORRIED =
  /会不会|不会|容易.{0,4}吗|会.{0,6}[吗嘛么]|有没有|如果|要是|万一|算谁|谁(?:管|负责)|的话|再找|would it|does it|될까|나요/

/** Whether a dispute is on: a complaint, or somebody who is angry. */
export function isDispute(context: GuardContext): boolean {
  return context.mood === 'angry' || means(context, 'complaint_dispute') || isProblem(context)
}

/** Whether the shopper bargains. */
export function isHaggle(context: GuardContext): boolean {
  return means(context, 'price_haggle') || says(context, BARGAINS)
}
const BARGAINS =
  /便宜[点些]|便宜\d|少点|(?:再|就)?少(?:\d|[一二两三五十])|打(?:个)?(?:折|[一二三四五六七八九对]折)|能(?:不能)?(?:少|便宜|优惠)|优惠点|抹(?:个)?零|(?:能不能|可以|能)\d+|贵了|cheaper|discount|lower price|깎아|할인/

/** Whether the shopper wants to know a size. */
export function isSizeQuestion(context: GuardContext): boolean {
  return means(context, 'size_fit.recommend', 'size_fit.child') || says(context, WHICH_SIZE)
}
const WHICH_SIZE =
  /(?:什么|哪个|多大|几|啥)(?:尺)?码|(?:穿|拍|选|买)(?:多大|几号|什么号)|码(?:合适|好)|what size|which size|무슨 사이즈|사이즈.{0,6}(?:추천|뭐)/

/** Whether a body measure is known: of the words themselves, or as a fact. */
export function knowsBody({ facts, shopperTexts, waiting }: GuardContext): boolean {
  if (BODY_SLOTS.some((slot) => facts?.get(slot) !== undefined)) return true
  return [...(shopperTexts ?? []), waiting ?? ''].some((said) => BODY.test(said))
}
const BODY_SLOTS = ['height', 'weight', 'foot_length', 'chest', 'waist', 'hip', 'size.pick', 'size.usual'] as const
const BODY = /\d{2,3}|(?:一米|两?百)[一-龥]|[一二三四五六七八九]十[一-龥]?[斤公]/
