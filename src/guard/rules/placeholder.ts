import type { Rule } from '../context.ts'

/**
 * What an unfilled blank looks like: braces, starred or crossed-out words, tokens of anonymised logs, a value that was not there. Masks of
 * real data (138****5678, 王**), sizes (XXL), measures (30*40) and faces (*^_^*) are no blanks.
 */
const BLANK =
  /\$?\{\{?(?!\s+\})[^{}\n]{0,60}\}?\}|(?<![\p{N}*^(]|\d-)\*{3,}(?![\p{N}*^)@]|-\d)|(?<![\p{L}\p{N}*^("'“‘])\*{1,2}(?![\p{L}*]*\*)(?![\p{N}*^)"'”’])|\*{1,2}(?=[%％])|(?<=\p{Script=Han})\*{1,2}(?=[元块天件号点折斤克个月日分小])|(?<![a-z])x{2,}(?![a-z\d]|\s*码)|(?<![a-z])x{3,}(?=\s*码)|[某]{2,}|[○〇□]{2,}|_{3,}|(?<=[\p{Script=Han}:：¥￥])_{2}(?![_^])|△{2,}|%[sd](?![a-z])|#(?:姓名|昵称|称呼|客户|顾客|订单号?|单号|金额|日期|时间|地址|商品|链接)[^#\s]{0,4}#|\b(?:todo|tbd)\b|(?<![a-z\d/-])[xn](?=天|元(?![素气旦宵件])|块钱|小时|折(?!叠|页))|(?<=[\p{Script=Han},，:：])[[【](?:客户|顾客|买家|收件人|商品|产品|店铺|快递|物流|订单)(?:的)?(?:姓名|名字|名称|昵称|称呼|单号|编号|链接)[\]】]|<[a-z]{2,12}>|\[(?:数字|金额|日期|时间|订单|姓名|地址|电话|链接|商品|名字|客户昵称|昵称|单号|快递)x?\]|【\s*(?:姓名|名字|昵称|地址|电话|订单号?|单号|日期|时间|金额|链接|店铺名?|商品名?|客户|顾客)?\s*】|[[(（【](?:please |pls )?(?:insert|enter|fill in|add|your|customer|shop|store|order|product|tracking)\b[^\])）】\d]{0,40}[\])）】]|[[(（【](?:请|此处|在此)?(?:按实际|自行|手动)?(?:情况)?(?:修改|填写|替换|输入|填入|插入|补充)[^\])）】]{0,10}[\])）】]|\[[^\]\d]{0,14}(?:입력|기재|작성|이름|주소)[^\]\d]{0,6}\]|\b(?:undefined|NaN|null)\b|\[object Object\]/giu
/** Every blank has one of these letters; most replies have none. */
const SUSPECT = /[*{xX某○〇□△_<[【（(uUnN%#tT]/
/** Where code or the mark itself is the subject, braces and stars are what they are. */
const ABOUT_CODE = /代码|变量|编程|程序|语法|花括号|星号|号的是|必填|source code|placeholder|variable/
/** Kisses at the end of an English line. */
const KISSES = /(?<=[a-z!.?,] )x{2,4}\s*$/
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
    if (blanks.length === 0 || ABOUT_CODE.test(text.text)) return []
    const faces = [...original.matchAll(FACE)].map((face) => [face.index, face.index + face[0].length] as const)
    return blanks.flatMap((blank) => {
      const start = blank.index
      const end = start + blank[0].length
      if (context.kind === 'script' && SCRIPT_SLOT.test(blank[0])) return []
      if (/^x+$/.test(blank[0]) && KISSES.test(original)) return []
      if (/^\*+$/.test(blank[0]) && faces.some(([from, to]) => from <= start && end <= to)) return []
      return [{ start, end }]
    })
  },
}
