import type { Entity, Locale } from '../../protocol/index.ts'
import { clauseOf, isAsked, isConditional } from './clause.ts'
import type { Statement } from './statement.ts'

/** Words right before or right behind a size that advise it. */
const ADVISED: Readonly<Record<Locale, { readonly before: RegExp; readonly after: RegExp }>> = {
  zh: {
    before: /(?:建议|推荐|适合|选择?|拍|穿)[^,。!?;不别]{0,5}$/,
    after: /^(?:就|更|最|是)?(?:刚好|正好|合适|适合)/,
  },
  en: {
    before: /\b(?:recommend|suggest|take|go with|go for|choose|order)\b[^.,!?;]{0,16}$/,
    after: /^ (?:would|should|will) fit/,
  },
  ko: { before: /(?!)/, after: /^(?:를|을|로|으로)? ?(?:추천|권해|권장|맞으|선택)/ },
}
const SENT: Readonly<Record<Locale, RegExp>> = {
  zh: /(?:[发走用寄]|默认|快递是|统一)(?:的|的是|是)?$/,
  en: /\b(?:with|by|via|use|through)(?: the)? $/,
  ko: /(?!)/,
}
const SENT_BY_KO = /^ ?(?:택배)?(?:로|으로) ?(?:발송|보내|출고|배송)/
/** One of several, or at a wish. */
const OPTIONAL = /也|或|还是|随机|要不|需要|指定|补|改|可以发|能发|either|or |또는|원하시/
/** Couriers in a row, where only the first has a word before it. */
const IN_A_ROW = /顺丰|中通|圆通|申通|韵达|百世|汇通|邮政|ems|极兔|京东|德邦|天天/g
/** 大号 is a tool as often as a dress. */
const WORN = /码|^[2-6]?x*[sml]$|\d|size|사이즈|^free$/
/** Behind a size that is named to be ruled out. */
const UNFIT = /^[^,。!?;]{0,4}(?:[会偏太有]点?[大小长短紧]|不|穿不)|^ (?:would|will|might) be too/
const AROUND = 20

/** Couriers and sizes that a line says will be used or should be taken. `form` is the line in the matching form, with entities by its offsets. */
export function namesIn(form: string, entities: readonly Entity[], locale: Locale): Statement[] {
  return entities.flatMap(({ slot, value, text, start, end }) => {
    if (slot !== 'courier' && !(slot === 'size' && WORN.test(text))) return []
    const span = { from: start, to: end }
    const clause = clauseOf(form, span)
    if (isAsked(clause) || isConditional(clause)) return []
    const before = form.slice(Math.max(0, start - AROUND), start)
    const after = form.slice(end, end + AROUND)
    const isMeant =
      slot === 'size'
        ? (!UNFIT.test(after) && ADVISED[locale].before.test(before)) || ADVISED[locale].after.test(after)
        : !OPTIONAL.test(clause) && (SENT[locale].test(before) || (locale === 'ko' && SENT_BY_KO.test(after)))
    if (!isMeant) return []
    const named =
      slot === 'size'
        ? entities.flatMap((other) => (other.slot === slot && clause.includes(other.text) ? [String(other.value)] : []))
        : [String(value), ...(clause.match(IN_A_ROW) ?? [])]
    return [{ topic: slot as 'courier' | 'size', says: new Set(named), ...span }]
  })
}
