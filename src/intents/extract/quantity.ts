import type { NumberToken } from './numbers.ts'
import { add, before, matchAt, matches, RANK, type Reading } from './reading.ts'

/** 1: dozens, 2-5: counters. "块" is missing because it is money, "层" and "抽" because they describe goods. */
const COUNTER =
  /\s?(?:多|来)?\s?[大小整]?(?:(打)|(件|包|箱|盒|袋|份|条|双|瓶|罐|提|套|支|只|把|组|串|本|桶|卷|枚|对|副|台|部|颗|筒|板|桌|筐|床)(?!套|月|邮|装|分|门)|(个)(?!半?月|小时|钟|人|地址|订单|账号|帐号|礼拜|星期|工作日|问题|字|客服|快递|单|电话|码|号)|(개(?!월)|벌|장|켤레|박스|봉지|병|팩|세트)|(pieces?|pcs|pairs?|boxes|box|packs?|bags?|bottles?|sets?|units?)(?![a-z]))/y
const EACH = /[第这那哪每几数好]\s?$/
/** "17块一包", "一包多少片" and "一个订单" do not ask for one piece; "要一包" does. */
const WANTED = /(?:买|要|拍|来|加|订|下|只|就|给我|换|补|发)[了个的]?\s?$/
const HAN_COUNTER = /[\u4e00-\u9fa5]/
const GOODS_WORD = /(?<![a-z])(?:buy|order|want|need|get|take)\s$/
const TWO = /俩(?!人|口|颜色)|仨/g

/** How many are wanted: 两件, 俩, 一打, 3包, "a dozen", 2개. */
export function readQuantity(reading: Reading): void {
  const { text } = reading
  for (const number of reading.numbers) readOne(reading, number)
  if (text.includes('俩') || text.includes('仨')) {
    for (const found of matches(TWO, text)) {
      if (!/[你我他她咱]$/.test(before(text, found.index, 1)))
        add(reading, 'quantity', found.index, found.index + 1, found[0] === '俩' ? 2 : 3, RANK.bare)
    }
  }
}

function readOne(reading: Reading, { start, end, value, text: written, kind }: NumberToken): void {
  const { text } = reading
  if (kind === 'metres' || value <= 0 || value > 100_000 || !Number.isInteger(value)) return
  const lead = before(text, start, 8)
  if (written.includes('dozen')) {
    add(reading, 'quantity', start, end, value, RANK.unit)
    return
  }
  const counter = matchAt(COUNTER, text, end)
  if (!counter) {
    if (kind === 'words' && GOODS_WORD.test(lead)) add(reading, 'quantity', start, end, value, RANK.bare)
    return
  }
  const after = end + counter[0].length
  if (EACH.test(lead)) return
  if (value === 1 && HAN_COUNTER.test(counter[0]) && !WANTED.test(lead) && after - start < text.length) return
  const word = (counter[1] ?? counter[2] ?? counter[3] ?? counter[4] ?? counter[5])!
  const dozen = counter[1] !== undefined
  add(reading, 'quantity', start, after, dozen ? value * 12 : value, RANK.unit, dozen ? undefined : word)
}
