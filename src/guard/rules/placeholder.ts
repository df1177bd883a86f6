import type { Rule } from '../context.ts'

/**
 * What an unfilled blank looks like: braces, starred or crossed-out words, tokens of anonymised logs, a value that was not there. Masks of
 * real data (138****5678, 王**), sizes (XXL), measures (30*40) and faces (*^_^*) are no blanks.
 */
const BLANK =
  /\$?\{\{?[^{}\n]{0,60}\}?\}|(?<![\p{N}*^(]|\d-)\*{3,}(?![\p{N}*^)]|-\d)|(?<![\p{L}\p{N}*^(])\*{1,2}(?![\p{N}*^)])|(?<![a-z])x{2,}(?![a-z\d]|\s*码)|[某]{2,}|[○〇□]{2,}|_{3,}|<[a-z]{2,12}>|\[(?:数字|金额|日期|时间|订单|姓名|地址|电话|链接|商品|名字)x?\]|【\s*】|\b(?:undefined|NaN|null)\b|\[object Object\]/giu
/** Every blank has one of these letters; most replies have none. */
const SUSPECT = /[*{xX某○〇□_<[【uUnN]/
const SCRIPT_SLOT = /^\{\{\s*[\w.]+\s*(?:\|[^{}]*)?\}\}$/
const FACE = /[^\s\p{L}\p{N}]*[\^°´｀`▽∀ω_]+[^\s\p{L}\p{N}]*/gu

/** R96: no unfilled placeholders; in a stored script its slots are meant. */
export const placeholder: Rule = {
  id: 'R96',
  level: 'block',
  says: { zh: '有未填写的占位符', en: 'unfilled placeholder', ko: '채워지지 않은 자리표시자입니다' },
  find: (text, context) => {
    const { original } = text
    if (!SUSPECT.test(original)) return []
    const blanks = [...original.matchAll(BLANK)]
    if (blanks.length === 0) return []
    const faces = [...original.matchAll(FACE)].map((face) => [face.index, face.index + face[0].length] as const)
    return blanks.flatMap((blank) => {
      const start = blank.index
      const end = start + blank[0].length
      if (context.kind === 'script' && SCRIPT_SLOT.test(blank[0])) return []
      if (/^\*+$/.test(blank[0]) && faces.some(([from, to]) => from <= start && end <= to)) return []
      return [{ start, end }]
    })
  },
}
