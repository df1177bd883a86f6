import type { Locale } from '../../protocol/index.ts'
import { readNamedDays } from './date-names.ts'
import { readNumberedDays } from './date-numbers.ts'
import { type Day, dayOf, isoDay, isRealDay } from './day.ts'
import type { NumberToken } from './numbers.ts'
import { add, before, type Reading } from './reading.ts'

/** "28号下单的", "2号就付款了": what follows speaks of the past. */
const PAST =
  /^[就的晚上早半夜中午下午才已经在你们家我]{0,5}(?:拍|买|接单|下的?单|下单|付|订|签收|收到|寄出|发出|发的|发货了|申请)|^(?:에|날|쯤)?\s?(?:결제|주문|구매|구입|입금|발송|출고|배송|수령|도착)(?:한|했|된|됐|하고|완료)|^(?:에|날|쯤)?\s?(?:샀|산 |받은|받았|보낸|보냈|시킨|시켰)/

/** "ordered oct 20", "paid 62 tuesday", "hasnt moved since monday", but "will be delivered monday". */
const PAST_BEFORE =
  /(?<!(?<![a-z])(?:be|get|gets|getting|it|them|this|that|have|to) )(?<![a-z])(?:ordered|bought|paid|placed|purchased|shipped|sent|posted|dispatched|delivered|returned|arrived|came|received|got|since|was|were|missed|requested|cancelled|canceled)(?: (?!(?:will|be|by|need|can|until|till|before|next|due|arrives?|please|pls|want|if)(?![a-z]))[a-z$\d.'’]+){0,3} $/

/** What the readers of days need: `push` adds the day that `day` works out from today's, `isPast` tells whether the words around it speak of the past. */
export interface DateFinder {
  readonly text: string
  readonly cues: number
  readonly numbers: readonly NumberToken[]
  readonly locale: Locale
  push(start: number, end: number, rank: number, day: (today: Day) => Day | undefined): void
  isPast(start: number, end: number): boolean
}

/** Days as ISO dates when the time of the message is known, else the words as written. */
export function readDate(reading: Reading): void {
  const { text, cues, numbers, options } = reading
  let today: Day | undefined
  const finder: DateFinder = {
    text,
    cues,
    numbers,
    locale: options.locale,
    isPast: (start, end) => PAST.test(text.slice(end, end + 9)) || PAST_BEFORE.test(before(text, start, 36)),
    push(start, end, rank, day) {
      if (options.at === undefined) {
        add(reading, 'date', start, end, text.slice(start, end), rank)
        return
      }
      today ??= dayOf(options.at, options.timezone ?? 'Asia/Shanghai')
      const read = day(today)
      if (read && isRealDay(read)) add(reading, 'date', start, end, isoDay(read), rank)
    },
  }
  readNamedDays(finder)
  if (numbers.length > 0) readNumberedDays(finder)
}
