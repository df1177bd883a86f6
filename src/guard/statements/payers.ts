import type { Locale } from '../../protocol/index.ts'
import { clauseOf, isAsked, isConditional } from './clause.ts'
import { RETURNED } from './scope.ts'
import type { Statement } from './statement.ts'

const CUE = /费|包[上安搬]|邮资|[差够出剩足下]的|shipping|postage|delivery|return|배송비|택배비|반품비|교환비|운임/
/** Postage, the part of it that an insurance leaves, or any fee by its name. */
const FEE =
  '(?:(?:(?<!搬)[运邮]|快递|物流)费|邮资|(?<fee>(?![^搬][运邮]费)[\\u3400-\\u9fff]{2})费(?!用)|(?:不够|不足|超出|多出)的|(?:差|剩下)的(?:部分|钱|那?[\\d一二三四五六七八九十]+(?:块|元)))(?!险)'
/** Letters before 费 that make it no fee. */
const NO_FEE = /[免消浪话付]$/
const US =
  '(?:我们?|咱们?|店[铺家里]|商家|卖家|小店|小二|(?<![您你亲])这边)(?:[这那]边|这里|[给帮][您你]|[会来方全都])*'
const YOU = '(?:您|你|亲|客官|买家|顾客|客[户人]|自己)(?:[这那]边|[方自己来要得])*'
const PAYS = '(?:承担|负责|报销|出(?![现来])|付(?!款)|[掏包贴补认]|来(?=[的哦呢哈呀,。!]|$))'
const MID = '[^,。!?;不没未无免先]{0,6}?'

/** Who pays, by what is said in which language. */
const PAYERS: Readonly<Record<Locale, readonly (readonly ['us' | 'you', RegExp])[]>> = {
  zh: [
    [
      'us',
      new RegExp(
        `${FEE}(?:${MID}(?:${US}${PAYS}|(?:[打转退补返]|报销)[还回]?给?[您你]|[给帮为][您你](?:报销?|(?:[补转打退出付]|[免包](?!邮))))|(?:不用|不要|不需要)[您你亲][出付掏承]|全免了)`,
        'g',
      ),
    ],
    [
      'us',
      new RegExp(
        `(?:${US}|(?:不用|不要|不需要)(?:您|你|亲)(?:自己)?)(?:承担|负责|报销|[出付掏包])(?:您|你|的|来回|往返)*${FEE}`,
        'g',
      ),
    ],
    [
      'you',
      new RegExp(
        `${FEE}(?:${MID}(?:${YOU}(?:承担|负责|出(?![现来])|付(?!款)|[掏贴]|给(?=一下|下|师傅|快递))|自理|自付|自费)|[^,。!?;没未免先]{0,6}?不(?:能|会|可以|给|再)?(?:承担|负责|报销?|[管出补]))`,
        'g',
      ),
    ],
    ['you', new RegExp(`(?<!不用|不要|不需要)${YOU}(?:承担|负责|[出付掏])(?:来回|往返|的)*${FEE}`, 'g')],
    ['us', /(?:免费|包)(?<fee>上[楼门]|安装|搬[上楼运]|送装|维修)(?!费)/g],
    ['you', /(?<fee>[\u3400-\u9fff]{2})费[要是得需]*(?:另外?|单独|额外)(?:[付收算加]|给)/g],
    [
      'you',
      new RegExp(
        `(?:我们|这边|店[铺家里])?[是也]?(?:不|没法|没办法|无法)(?:能|会|可以|给|再)?(?:承担|负责|报销|[出补])(?:您|你|的|来回|往返)*${FEE}`,
        'g',
      ),
    ],
  ],
  en: [
    [
      'us',
      /\bwe(?:'ll| will| can)? (?:pay|cover|refund|reimburse) (?:you )?(?:for )?(?:the |your |any )?(?:return )?(?:shipping|postage|delivery)|\bfree returns\b/g,
    ],
    [
      'you',
      /\byou(?:'ll| will)? (?:need to |have to |would (?:have to )?|must )*(?:pay|cover) (?:for )?(?:the |your )?(?:return )?(?:shipping|postage)|\b(?:shipping|postage|return costs?) (?:is|are|would be|will be) (?:at )?(?:your|on you\b|the (?:buyer|customer))/g,
    ],
    [
      'you',
      /\bwe (?:can't|cannot|don't|do not|won't|will not) (?:pay|cover|reimburse) (?:you )?(?:for )?(?:the |your |any )?(?:return )?(?:shipping|postage)/g,
    ],
  ],
  ko: [
    [
      'us',
      /(?:배송비|택배비|반품비|교환비|운임)[^.,!?\n]{0,6}?(?:(?:저희|판매자|업체)[^.,!?\n]{0,4}?(?:부담|내|지불|처리)|무료)/g,
    ],
    [
      'you',
      /(?:배송비|택배비|반품비|교환비|운임)[^.,!?\n]{0,6}?(?:고객|구매자)[^.,!?\n]{0,4}?(?:부담|내[셔시야]|지불|결제)/g,
    ],
  ],
}
/** Who pays first and gets it back, or only would pay, pays nothing. */
const NOT_SAID = /垫|先[付出]|不代表|没说|up front|먼저/
/** What is said of a cause, and not of this shopper's own case. */
const FOR_A_CAUSE =
  /质量|非|无理由|七天|7天|不喜欢|个人|一般|通常|quality|fault|faulty|change of mind|free returns|불량|단순|무료/

/** Words of an order that is being made. */
const BOUGHT = /拍|下单|备注/

/** Who a line says pays the postage, or another fee; "we do" of the case at hand is a word given. */
export function payersIn(text: string, locale: Locale): Statement[] {
  if (!CUE.test(text)) return []
  return PAYERS[locale].flatMap(([payer, words]) =>
    [...text.matchAll(words)].flatMap((match) => {
      const span = { from: match.index, to: match.index + match[0].length }
      const clause = clauseOf(text, span)
      const fee = match.groups?.fee
      if (isAsked(clause) || NO_FEE.test(fee ?? '') || NOT_SAID.test(clause)) return []
      // the way there is another matter, read as free postage or not
      if (fee === undefined && BOUGHT.test(text) && !RETURNED.test(text)) return []
      const isGiven = payer === 'us' && !FOR_A_CAUSE.test(text) && !isConditional(text)
      return [
        {
          topic: fee === undefined ? ('return_postage' as const) : ('fee' as const),
          says: new Set([payer]),
          ...span,
          ...(fee === undefined ? {} : { object: fee }),
          ...(isGiven ? { promise: 'given' as const } : {}),
        },
      ]
    }),
  )
}
