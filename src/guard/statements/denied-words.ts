import type { Locale } from '../../protocol/index.ts'
import { ACTS } from './act-words.ts'
import { clauseOf, isAsked } from './clause.ts'
import type { Statement } from './statement.ts'

/** That nothing was promised. */
const NEVER: Readonly<Record<Locale, RegExp>> = {
  zh: /(?<!(?:您|你|亲|快递|厂家|平台|系统|仓库)[^,。!?]{0,4})(?:没有?|未曾|哪有)(?:人|谁)?(?:[给跟和对](?:您|你|亲+))?(?:(?:说|讲|保证)过|答应|承诺|许诺)(?!不|没)|我[们这边可并从来]*没有?(?:[给跟和对](?:您|你|亲+))?说(?![过明清错谎话不没])|不是(?:我|我们)(?:说|答应|承诺)的/g,
  en: /\b(?:never|didn't|did not|nobody|no one|haven't) (?:ever )?(?:say|said|promised?|agreed?|offered)\b(?! no\b)/g,
  ko: /(?:말씀|약속|안내|얘기)(?:을|를)? ?(?:드린|한|했던) ?(?:적|바|일)(?:이|은|도)? ?없/g,
}
/** That what somebody of the shop promised does not bind it. */
const VOID: Readonly<Record<Locale, RegExp>> = {
  zh: /(?:不清楚|不知道)是?谁(?:[给跟和](?:您|你))?(?:说|答应|承诺)|(?:说|答应|承诺)[了的话]*(?:都|是|也)*(?:不算|不作数|不管用|没用)|(?:同事|客服|小二|[他她])[^,。!?]{0,8}(?:乱说|瞎说|乱答应|没权限答应|没资格答应)/g,
  en: /\bshould(?:n't| not| never) have (?:said|promised|told|offered)|\b(?:doesn't|does not|don't) count\b|\bnot binding\b/g,
  ko: /(?:상담원|직원|담당자)[^.,!?\n]{0,16}(?:무효|효력 ?없|마음대로|맘대로)/g,
}
const CUE = /[说讲]|答应|承诺|许诺|保证|said|say|promis|agree|offered|told|count|binding|없|무효|대로/

/** Denials of having given a word, with what they are about, and what takes a colleague's word back as void. */
export function denialsIn(text: string, locale: Locale): Statement[] {
  if (!CUE.test(text)) return []
  const never = [...text.matchAll(NEVER[locale])].flatMap((match): Statement[] => {
    const span = { from: match.index, to: match.index + match[0].length }
    const clause = clauseOf(text, span)
    return isAsked(clause) ? [] : [{ topic: 'word', says: false, about: clause.replace(match[0], ' '), ...span }]
  })
  const without = [...text.matchAll(VOID[locale])].map(
    (match): Statement => ({ topic: 'word', says: false, from: match.index, to: match.index + match[0].length }),
  )
  return [...never, ...without]
}

/** The words each act goes by, in any language. */
const CUES: ReadonlyMap<string, readonly RegExp[]> = new Map(
  ACTS.zh.map(({ act }) => {
    const named = Object.values(ACTS).flatMap((acts) => acts.filter((other) => other.act === act))
    return [act, named.map(({ cue }) => new RegExp(cue))]
  }),
)

const FUNCTION =
  /[您你我们的了吧呀哦呢哈啊咯亲给帮会能要可以是这那个说过话有没人谁跟和什么之前当时从来都也就事]|\b(?:[a-z]{1,3}|that|this|have|would|will|your|with|from|when|were|been)\b|[은는이가을를도]?(?= |$)|드린|따로|그런/g
const WORD = /[a-z가-힣]{2,}|[\u3400-\u9fff]+/g

/** True when a denial is about what a line promises: it names nothing, or the act by name, or shares a word with the line. */
export function isAbout(about: string, line: string, promised: Statement): boolean {
  if (CUES.get(promised.topic)?.some((cue) => cue.test(about))) return true
  const words = about.replace(FUNCTION, ' ').match(WORD) ?? []
  return words.length === 0 || words.flatMap(pairsOf).some((pair) => line.includes(pair))
}

/** Two letters and two letters of a Chinese or Korean word, the whole of an English one. */
function pairsOf(word: string): string[] {
  if (/^[a-z]/.test(word) || word.length < 3) return [word]
  return Array.from({ length: word.length - 1 }, (_, i) => word.slice(i, i + 2))
}
