import { DOUBTFUL_PLACES } from '../tables/regions.ts'
import type { WordHit } from './lexicon.ts'
import { add, before, RANK, type Reading } from './reading.ts'

const SENT_TO = /(?:到|寄|发|在|往|送|去|我是|收货地址?|地址|人在|from|to|in|省|市|州)[:是我们的往到\s]{0,3}$/
const LIKE_A_PLACE =
  /^(?:市|省|县|区|州|那边|这边|的?快递|能[到收发寄]|收不收|收得到|送不送|发不发|到吗|几天|要几天|多久|可以到|包邮|发货|邮费|运费|에|까지|으로|로| ?(?:사는|쪽|지역|배송))/
/** Goods named after where they grow, streets and banks: the place is not where a parcel goes. */
const GOODS =
  /^(?:的?(?:大|小|红|灰|黑)?(?:枣|核桃|葡萄干?|苹果|大米|特产|产|货|版|风味|味|进口|制造|品牌|代购|直邮|料理|泡面|小面|热干面|酸辣粉|螺蛳粉|米线|米粉|拉面|烩面|凉皮|凉面|香醋|黄酒|毛尖|龙井|绿茶|红茶|白茶|牛肉|羊肉|羊绒|丝绸|板鸭|烧鸡|榴莲|芒果|巴旦木|牛轧糖|火锅|辣酱|火腿|腊肠|香肠|粽子|菜|语|文|人参)| ?(?:감귤|한라봉|흑돼지|녹차|사과|한우|쌀|특산|산(?![가-힣])|비빔밥|빵|떡|단감|굴비|오징어|김치|마늘|인삼|직송|여행|카드|은행|맥주|치킨|떡볶이)|'s | (?:plugs?|adapt[eo]rs?|sockets?|sizes?|sizing|versions?|standard|shoes?|dress|mens?|womens?|charger|voltage|made|brand|cotton|silk|tea|coffee|dollars?|cookies|jerky|sandwich|bacon)(?![a-z])|路|街|大道|东路|西路|南路|北路|中路|银行|大学|烤鸭|日报)/
const SUFFIX =
  /(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|自治州|地区|新区|省|市|县|州|区|특별시|광역시|특별자치[시도]|시|도)/y
const HANGUL = /[가-힣]/
/** Districts whose name begins with 市. */
const CITY_DISTRICT = /^(?:青岛市[南北]|(?:济南|枣庄|乐山|内江)市中)区/
const JOIN = /^(?:的|,|、| |-|省|市)?$/

/** Destinations: neighbouring names of one region ("江苏省南京市") are one place, whose value is the region and whose unit the place in it. */
export function readPlaces(reading: Reading, words: readonly WordHit[]): void {
  const { text } = reading
  let open: { start: number; end: number; value: string; place: string | undefined } | undefined
  const close = () => {
    if (open) add(reading, 'region', open.start, open.end, open.value, RANK.unit, open.place)
    open = undefined
  }
  for (const word of words) {
    const nameEnd = word.start + word.text.length
    const end = withSuffix(text, nameEnd)
    const joins = open !== undefined && open.value === word.value && JOIN.test(text.slice(open.end, word.start))
    if (!joins && !isDestination(text, word, end, nameEnd)) continue
    if (!isName(reading, word)) continue
    if (joins && open) open = { ...open, end, place: open.place ?? word.place }
    else {
      close()
      open = { start: word.start, end, value: word.value, place: word.place }
    }
  }
  close()
}

/** "ship it to us" names no country. */
function isName({ text, form }: Reading, { text: name, start }: WordHit): boolean {
  if (name === 'us') return form.original.slice(form.at[start], form.at[start + 2]) === 'US'
  // 대구 is part of 해운대구, and 분당구 belongs to the address
  return !HANGUL.test(name[0]!) || (!HANGUL.test(text[start - 1] ?? '') && text[start + name.length] !== '구')
}

function withSuffix(text: string, end: number): number {
  if (CITY_DISTRICT.test(text.slice(Math.max(0, end - 2), end + 3))) return end
  SUFFIX.lastIndex = end
  const suffix = SUFFIX.exec(text)
  // "上海区别大吗": 区 may begin the next word
  if (
    !suffix ||
    /^(?:别|分|间|域)/.test(text.slice(end + suffix[0].length)) ||
    (/^(?:区|州)$/.test(suffix[0]) === false && /^市(?:场|面|价)/.test(text.slice(end, end + 2)))
  )
    return end
  return end + suffix[0].length
}

function isDestination(text: string, word: WordHit, end: number, nameEnd: number): boolean {
  const lead = before(text, word.start)
  if (SENT_TO.test(lead)) return true
  const tail = text.slice(end, end + 6)
  if (GOODS.test(text.slice(nameEnd, nameEnd + 10))) return false
  if (!DOUBTFUL_PLACES.has(word.text)) return true
  return end > nameEnd || LIKE_A_PLACE.test(tail) || text.length === word.text.length
}
