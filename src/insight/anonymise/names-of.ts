/** Words that stand in the names of accounts and name nobody. */
const NOBODY =
  /^(?:客服|小二|店长|店主|掌柜|售前|售后|主管|旗舰店|专营店|专卖店|官方|测试|agent|admin|support|service|sales|shop|store|team|test|bot|user|shopper|customer|guest|상담원|상담사|고객센터|고객|매니저|점장|\p{N}+)$/iu
/** A single Latin word of three letters, or two others, is enough to be somebody's. */
const LONG_ENOUGH = /\p{Script=Han}{2}|\p{Script=Hangul}{2}|[\p{L}\p{N}]{3}/u

/**
 * What somebody may be called in a text who goes by this name or nick: the whole, and its parts ("shop:小王" is 小王, "Anna Schmidt" is Anna). Words that name nobody
 * are left out.
 */
export function namesOf(name: string): string[] {
  const whole = name.trim()
  const parts = whole.split(/[\s:：·・_\-—/|,，()（）【】[\]]+/u)
  // 客服小王: who it is stands behind what they are
  const bare = parts.map((part) => part.replace(/^(?:客服|售前|售后|店长|상담원)/u, ''))
  return [...new Set([whole, ...parts, ...bare])].filter((one) => LONG_ENOUGH.test(one) && !NOBODY.test(one))
}
