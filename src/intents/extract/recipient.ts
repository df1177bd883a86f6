import { COMPOUND_SURNAMES, SURNAMES } from '../tables/surnames.ts'
import { cue } from './cues.ts'
import { add, matches, RANK, type Reading } from './reading.ts'

const NAME = `(?:(?:${COMPOUND_SURNAMES})[\\u4e00-\\u9fa5]{1,2}|[${SURNAMES}][\\u4e00-\\u9fa5]{1,2})`
const STOP = '(?=电话|手机|地址|联系|号码|收|[^\\u4e00-\\u9fa5]|$)'
const LABELLED = new RegExp(
  `(?:收件人|收货人|收货姓名|姓名|联系人|名字|收[件货](?=[写填叫是:]))(?:改成|改为|换成|叫|是|为|写|:|\\s)*(${NAME}??${STOP}|${NAME})`,
  'g',
)
/** Who says their own name says nothing more in the same breath: 我叫车去取 names nobody. */
const OWN = new RegExp(`(?:我|本人)叫(${NAME}??(?=[^\\u4e00-\\u9fa5]|$))`, 'g')
const HAS_LABEL =
  /[我人]叫|收[件货][人写填叫是:]|姓名|联系人|名字|name|recipient|ship to|addressed to|deliver(?:ed)? to|care of|attn|c\/o|받는|수령인|수취인|이름|성함/
const LABEL_CUE = cue('人叫名收mtp받령름함취c')
const ENGLISH =
  /(?:(?<![a-z])(?:my |full )?name(?: is|['’]?s|:)\s?|(?<![a-z])(?:name(?:,| should be| to be)|chang(?:e|ed|ing) (?:the |my )?(?:recipient )?name to|recipient(?: is|:| should be| to)?|(?:ship|addressed|deliver(?:ed)?) to:?|care of|attn:?|c\/o)\s)(?:be )?((?!(?:one|any|all|each|some|me|my|us|the|a|an|this|that|should|is|not|her|his|our|your|mine|new|another|different|same|wrong|them|him|no|on|work)(?![a-z]))[a-z][a-z'-]+(?: (?!(?:at|in|tel|phone|mobile|cell|number|address|instead|for|now|or|if|by|via|before|asap|pls|thx|and|my|i|i'm|the|but|lol|with|from|on|is|not|please|order|thanks|email|phone|address)(?![a-z]))[a-z][a-z'-]+){1,2})(?![a-z])/g
const KOREAN =
  /(?:받는\s?(?:사람|분)|수령인|수취인|이름|성함)(?:(?:은|는)(?=[\s:가-힣])|[이가](?=[\s:])|:|\s)*([가-힣]{2,4}?)(?=이에요|입니다|예요|이고|요|[^가-힣]|$)/g
/** An English name in front of a phone or a mail address: as an answer, or with its capitals. */
const LATIN_BEFORE =
  /(?:^|[,;:.!?] ?)(?:it['’]?s |name |for )?((?!(?:my|the|and|is|or|at|on|to|text|call|new|old|work|our|your|please|phone|mobile|cell|number|email|home)(?![a-z]))[a-z][a-z'’-]+(?: (?!(?:at|on|is|phone|mobile|cell|number|email|tel|or)(?![a-z]))[a-z][a-z'’-]+){1,2})[\s,:]{1,2}$/
/** A name written beside a phone or a mail address, with nothing else around it. */
const WHOLE_NAME = new RegExp(`^${NAME}$`)
const GAP_BEFORE = /收?[\s,:]{0,2}$/
const GAP_AFTER = /^[\s,:]{0,2}/
const RECEIVES = /收(?=[^\u4e00-\u9fa5]|电话|手机|$)/g
const KOREAN_BEFORE =
  /(?:^|[^가-힣])([김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구][가-힣]{1,2})[\s,:]{0,2}$/
const NOT_A_NAME =
  /^(?:수정|변경|바꿔|바꾸|바뀌|바뀐|확인|주소|연락|전화|정보|입력|잘못|잘 |틀[리린려]|누구|없이|제가|저[는로]|본인|같[은이]|다른|다르|오타|谢谢|谢了|谢啦|马上|方便|明天|于是|白色|黄色|高的|孔雀|任何|安全|安排|项目|何时(?:能|才|可|会|发|到|收|寄|$)|周[一二三四五六末日天]$|周围|白天|单独|全部|成功|高兴|包裹|包邮|温馨|常用|许多|成都|古代|万一|时间)/

/** Names of people: behind a label (收件人, name:, 받는 분) or beside a phone or mail address. Run after contact.ts. */
export function readRecipient(reading: Reading): void {
  const { text, hits } = reading
  if (reading.cues & LABEL_CUE && HAS_LABEL.test(text)) {
    for (const pattern of [LABELLED, OWN, ENGLISH, KOREAN]) {
      for (const found of matches(pattern, text)) {
        const end = found.index + found[0].length
        push(reading, ...upToGap(reading, found[1]!, end - found[1]!.length), RANK.labelled)
      }
    }
  }
  for (const hit of hits) {
    if (hit.slot !== 'phone' && hit.slot !== 'email') continue
    const left = text.slice(Math.max(0, hit.start - 8), hit.start)
    const latin = LATIN_BEFORE.exec(text.slice(Math.max(0, hit.start - 40), hit.start))
    if (latin && (reading.options.expects?.includes('recipient') || isCapitalised(reading, latin[1]!, hit.start)))
      push(reading, latin[1]!, text.lastIndexOf(latin[1]!, hit.start), RANK.unit)
    const lead = KOREAN_BEFORE.exec(left)
    if (lead) push(reading, lead[1]!, text.lastIndexOf(lead[1]!, hit.start), RANK.unit)
    readBetween(reading, -1, hit.start - GAP_BEFORE.exec(left)![0].length)
    readBetween(reading, hit.end + GAP_AFTER.exec(text.slice(hit.end, hit.end + 2))![0].length, -1)
  }
  if (text.includes('收') && hits.some(({ slot }) => slot === 'phone' || slot === 'address')) {
    for (const found of matches(RECEIVES, text)) readBetween(reading, -1, found.index)
  }
}

function isCapitalised({ text, form }: Reading, name: string, before: number): boolean {
  const start = text.lastIndexOf(name, before)
  return form.original
    .slice(form.at[start], form.at[start + name.length])
    .split(' ')
    .every((word) => /^[A-Z]/.test(word))
}

/** "收件人 欧阳雪 山东": the space behind the name is in the original only. */
function upToGap({ form }: Reading, name: string, start: number): [string, number] {
  for (let i = 2; i < name.length; i += 1) {
    if (/[\u4e00-\u9fa5]/.test(name[i]!) && form.at[start + i]! - form.at[start + i - 1]! > 1)
      return [name.slice(0, i), start]
  }
  return [name, start]
}

/** A name of two to four characters that begins at `from` or ends at `to`, and reaches to an edge on its other side. */
function readBetween(reading: Reading, from: number, to: number): void {
  const { text } = reading
  for (let length = 4; length >= 2; length -= 1) {
    const start = from < 0 ? to - length : from
    if (start < 0) continue
    const name = text.slice(start, start + length)
    if (!WHOLE_NAME.test(name) || !isEdge(reading, from < 0 ? start : start + length)) continue
    push(reading, name, start, RANK.unit)
    return
  }
}

/** Where no word runs on: an end, something else than a Han character, or a space, which is in the original only. */
function isEdge({ text, form }: Reading, index: number): boolean {
  if (index <= 0 || index >= text.length) return true
  if (!/[\u4e00-\u9fa5]{2}/.test(text.slice(index - 1, index + 1))) return true
  return /[给找叫]/.test(text[index - 1]!) || form.at[index]! - form.at[index - 1]! > 1
}

function push(reading: Reading, name: string, start: number, rank: number): void {
  if (!NOT_A_NAME.test(name)) add(reading, 'recipient', start, start + name.length, name, rank)
}
