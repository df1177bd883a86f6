import { cue } from './cues.ts'
import { add, matches, RANK, type Reading } from './reading.ts'

const SIGN =
  /[路街道巷弄村镇乡区栋幢楼室号苑园厦寓庄]|住|地址|street|(?<![a-z])(?:st|road|rd|ave|avenue|lane|ln|drive|dr|blvd|boulevard|court|ct|place|way|close|crescent|terrace|gardens|parkway|pkwy|highway|hwy)(?![a-z])|[가-힣\d](?:로|길|동|호)/
const CUE = cue('路街道巷弄村镇乡区栋幢楼室号苑园厦寓庄住址a-z로길동호')
const DIGIT = '[\\d一二三四五六七八九十百零]'
const NAME = '[\\u4e00-\\u9fa5a-z\\d]'
/** A house: a number with 号 / 弄 / 栋 / 室 …, perhaps several in a row. */
const HOUSE = `(?:(?:${DIGIT}{1,5}(?:-${DIGIT}{1,5})*[a-z]?(?:号楼|号院|号|弄|栋|幢|单元|室|楼|层|组|座|铺|户)|[a-z](?:座|栋|幢|单元))(?!线|客服|色|码|链接|前|就|拍|买|发|下单|能|到|付)){1,6}(?:${DIGIT}{2,5}(?!\\d))?`
const STREET = `${NAME}{1,10}?(?:大街|大道|街道|路|街|巷|胡同|村|镇|乡|小区|花园|花苑|广场|大厦|社区|新村|公寓|家园|名苑|工业园|开发区|产业园)`
const CHINESE = new RegExp(
  `(?:${NAME}{1,8}?(?:区|县|旗))?(?:${STREET}){1,4}(?:[\\u4e00-\\u9fa5]{0,6}?${HOUSE}[\\u4e00-\\u9fa5]{0,8}?(?:${HOUSE})?)|(?:[\\u4e00-\\u9fa5]{1,6}?(?:区|县|旗|市))(?:${STREET}){1,4}(?:[\\u4e00-\\u9fa5]{0,4}?${HOUSE}(?:${HOUSE})?)?|${DIGIT}{1,4}(?:栋|幢|号楼|单元)(?:${DIGIT}{1,4}(?:单元|层|楼))?${DIGIT}{2,4}(?:室|号|户)?`,
  'g',
)
const LABELLED =
  /(?:地址|住址|住在|门牌号?)(?:改成|改为|换成|换到|变更为|是|为|在|:|\s)+([^,。;!?\n\ue000-\uf8ff]{4,60})/g
/** A labelled address ends where the next field begins. */
const NEXT_FIELD =
  /收件|收货|姓名|电话|手机|联系|邮编|1[3-9]\d{9}|\d{10,}|可以吗|行吗|谢谢|对吗|[吗呢吧]|[发走寄用](?:顺[丰风]|中通|圆通|申通|韵达|极兔|邮政|京东|德邦|ems|快递)/
const ADDRESS_WORD =
  /[省市区县镇乡村路街道号栋幢楼室苑园弄巷厦].*[省市区县镇乡村路街道号栋幢楼室苑园弄巷厦\d]|[가-힣].*\d/
/** Words before the name of a place that the pattern cannot tell from the name. */
const LEAD_WORDS = /^.*(?:寄到|发到|送到|收货地址|地址|住在|改成|改为|换成|寄|发|到|在|是|往|送|址|为|:)/
const ENGLISH =
  /(?<![\d$£€])(?:(?<![a-z])(?:flat|apt|apartment|unit|suite|room) ?\w{1,5},? )?\d{1,5}[a-z]? (?:(?!(?:days?|on|the|of|in|to|for|weeks?|hours?|and|a|is|from) )[a-z\d.'-]+ ){1,4}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|close|crescent|terrace|gardens|parkway|pkwy|highway|hwy)(?![a-z])\.?(?:,? (?:apt|apartment|unit|suite|#)\.? ?\w{1,6})?/g
const KOREAN =
  /(?:[가-힣]+(?:시|도|군|구)\s)*[가-힣]+(?:구|군|읍|면)\s?(?:[가-힣\d]+(?:로|길|동|리)\s?)+\d+(?:-\d+)?(?:번지|번길)?(?:\s?\d+동)?(?:\s?\d+호)?|[가-힣\d]+(?<!키|킬)(?:로|길)\s?\d+(?!\d)(?:-\d+)?(?:번길\s?\d*(?:\s?\d+동)?(?:\s?\d+호)?|\s?(?:\d+동\s?)?\d+호)|\d+동\s?\d+호/g

/** Street addresses. Regions in front of one stay places of their own, since postage needs them and they name nobody. */
export function readAddress(reading: Reading): void {
  const { text } = reading
  if (text.length < 5 || !(reading.cues & CUE) || !SIGN.test(text)) return
  for (const found of matches(LABELLED, text)) {
    const rest = found[1]!
    const cut = NEXT_FIELD.exec(rest)
    const at = found.index + found[0].length - rest.length
    const field = (cut ? rest.slice(0, cut.index) : rest).trimEnd()
    const part = field.slice(0, houseEnd(reading, at, field))
    if (part.length >= 4 && ADDRESS_WORD.test(part.replaceAll('知道', '')) && !/什么|怎么|哪|能不能|错|不对/.test(part))
      push(reading, at, part, RANK.labelled)
  }
  for (const found of matches(CHINESE, text)) {
    const lead = LEAD_WORDS.exec(found[0])?.[0].length ?? 0
    const part = found[0].slice(lead)
    if (part.length >= 4 && /[路街道巷弄村镇乡苑园厦寓栋幢元]|区/.test(part))
      push(reading, found.index + lead, part, RANK.labelled)
  }
  if (/[가-힣]/.test(text))
    for (const found of matches(KOREAN, text)) push(reading, found.index, found[0], RANK.labelled)
  if (/[a-z]/.test(text))
    for (const found of matches(ENGLISH, text)) push(reading, found.index, found[0], RANK.labelled)
}

/** Where a wish follows the last house number behind a space, which the text keeps only beside digits: "12号 放快递柜". */
function houseEnd({ form }: Reading, start: number, part: string): number {
  for (let i = 1; i < part.length; i += 1) {
    const gap = part[i] === ' ' || form.at[start + i]! - form.at[start + i - 1]! > 1
    if (gap && /[\da-z室号户楼栋座元]/.test(part[i - 1]!) && !/\d|[路街村苑]/.test(part.slice(i))) return i
  }
  return part.length
}

/** The part of an address behind the regions that were read inside or right before it. */
function push(reading: Reading, start: number, part: string, rank: number): void {
  const end = start + part.length
  let from = start
  for (const hit of reading.hits) {
    if (hit.slot === 'region' && hit.end > from && hit.end <= end) from = hit.end
  }
  while (from < end && /[\s,:的]/.test(reading.text[from]!)) from += 1
  if (end - from >= 2) add(reading, 'address', from, end, reading.text.slice(from, end), rank)
}
