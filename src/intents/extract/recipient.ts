import { COMPOUND_SURNAMES, SURNAMES } from '../tables/surnames.ts'
import { cue } from './cues.ts'
import { add, matches, RANK, type Reading } from './reading.ts'

const NAME = `(?:(?:${COMPOUND_SURNAMES})[\\u4e00-\\u9fa5]{1,2}|[${SURNAMES}][\\u4e00-\\u9fa5]{1,2})`
const STOP = '(?=电话|手机|地址|联系|号码|收|[^\\u4e00-\\u9fa5]|$)'
const LABELLED = new RegExp(
  `(?:收件人|收货人|收货姓名|姓名|联系人|名字)(?:改成|改为|换成|叫|是|为|写|:|\\s)*(${NAME}??${STOP}|${NAME})`,
  'g',
)
const HAS_LABEL = /收件人|收货人|姓名|联系人|名字|name|recipient|ship to|받는|수령인|이름|성함/
const LABEL_CUE = cue('人名mtp받령름함')
const ENGLISH =
  /(?:(?:my |full )?name(?: is|:)|recipient(?: is|:)?|ship to:?|attn:?)\s?([a-z][a-z'-]+(?: (?!(?:and|my|i|i'm|the|but|lol|with|from|on|is|not|please|order|thanks|email|phone|address)(?![a-z]))[a-z][a-z'-]+){1,2})(?![a-z])/g
const KOREAN =
  /(?:받는\s?(?:사람|분)|수령인|이름|성함)(?:은|는|이|:|\s)*([가-힣]{2,4}?)(?=이에요|입니다|예요|이고|요|[^가-힣]|$)/g
/** A name written beside a phone or a mail address, with nothing else around it. */
const NAME_BEFORE = new RegExp(`(?:^|[^\\u4e00-\\u9fa5])(${NAME})[\\s,:]{0,2}$`)
const NAME_AFTER = new RegExp(`^[\\s,:]{0,2}(${NAME})(?=[^\\u4e00-\\u9fa5]|$)`)
const KOREAN_BEFORE =
  /(?:^|[^가-힣])([김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구][가-힣]{1,2})[\s,:]{0,2}$/
const NOT_A_NAME =
  /^(?:谢谢|谢了|谢啦|马上|方便|明天|于是|白色|黄色|高的|孔雀|任何|安全|项目|何时|包裹|包邮|温馨|常用|许多|成都|古代|万一|时间)/

/** Names of people: behind a label (收件人, name:, 받는 분) or beside a phone or mail address. Run after contact.ts. */
export function readRecipient(reading: Reading): void {
  const { text, hits } = reading
  if (reading.cues & LABEL_CUE && HAS_LABEL.test(text)) {
    for (const pattern of [LABELLED, ENGLISH, KOREAN]) {
      for (const found of matches(pattern, text)) {
        const end = found.index + found[0].length
        push(reading, found[1]!, end - found[1]!.length, RANK.labelled)
      }
    }
  }
  for (const hit of hits) {
    if (hit.slot !== 'phone' && hit.slot !== 'email') continue
    const left = text.slice(Math.max(0, hit.start - 8), hit.start)
    const lead = NAME_BEFORE.exec(left) ?? KOREAN_BEFORE.exec(left)
    if (lead) push(reading, lead[1]!, text.lastIndexOf(lead[1]!, hit.start), RANK.unit)
    const tail = NAME_AFTER.exec(text.slice(hit.end, hit.end + 8))
    if (tail) push(reading, tail[1]!, text.indexOf(tail[1]!, hit.end), RANK.unit)
  }
}

function push(reading: Reading, name: string, start: number, rank: number): void {
  if (!NOT_A_NAME.test(name)) add(reading, 'recipient', start, start + name.length, name, rank)
}
