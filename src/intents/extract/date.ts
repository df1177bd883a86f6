import { readNamedDays } from './date-names.ts'
import { readNumberedDays } from './date-numbers.ts'
import { type Day, dayOf, isoDay, isRealDay } from './day.ts'
import type { NumberToken } from './numbers.ts'
import { add, type Reading } from './reading.ts'

/** "28号下单的", "2号就付款了": what follows speaks of the past. */
const PAST =
  /^[就的晚上早半夜中午下午才已经在你们家我]{0,5}(?:拍|买|接单|下的?单|下单|付|订|签收|收到|寄出|发出|发的|发货了|申请)/

/** What the readers of days need: `push` adds the day that `day` works out from today's, `isPast` tells whether what follows speaks of the past. */
export interface DateFinder {
  readonly text: string
  readonly cues: number
  readonly numbers: readonly NumberToken[]
  push(start: number, end: number, rank: number, day: (today: Day) => Day | undefined): void
  isPast(end: number): boolean
}

/** Days as ISO dates when the time of the message is known, else the words as written. */
export function readDate(reading: Reading): void {
  const { text, cues, numbers, options } = reading
  let today: Day | undefined
  const finder: DateFinder = {
    text,
    cues,
    numbers,
    isPast: (end) => PAST.test(text.slice(end, end + 9)),
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
