import { aboutNumber, numeral } from './numerals.ts'
import { add, before, matchAt, RANK, type Reading } from './reading.ts'

/** 1: days, 2: weeks, 3: months, 4: hours. */
const SPAN =
  /\s?(?:多|来)?\s?(?:个(?:半(?=月|小时|钟头|星期|礼拜))?)?(?:(天|日(?!用|期|常)(?=内|之内|以内)|工作日|(?:business |working )?days?(?![a-z])|일(?=\s?(?:간|동안|정도|걸|이내|안)))|(星期|礼拜|周(?!年|岁)|weeks?(?![a-z])|주일?(?=\s?(?:간|정도|넘|째|안|이내|만|걸|동안|쯤)|\s|$))|((?<=个半?)月|months?(?![a-z])|개월|달(?=\s|간|$))|(小时|钟头|hours?(?![a-z])|hrs?(?![a-z])|시간))(?!无理由)/y
const RANGE = /(\d{1,3}|[一二三四五六七八九十])\s?(?:-|~|到|至|to|or)\s?$/
const DAYS = [1, 7, 30] as const

/** A length of time (第九天 is one to who asked how long it has been): days (unit `day`, a number or "3-5"; weeks and months counted in days) or hours (unit `hour`). */
export function readDuration(reading: Reading): void {
  const { text } = reading
  for (const { start, end, value, kind, text: written } of reading.numbers) {
    if (kind === 'metres' || value <= 0 || value > 1000) continue
    const span = matchAt(SPAN, text, end)
    const lead = before(text, start)
    if (!span || (/第$/.test(lead) && !reading.options.expects?.includes('duration'))) continue
    const each = span[4] !== undefined ? 1 : DAYS[span[1] !== undefined ? 0 : span[2] !== undefined ? 1 : 2]
    const range = RANGE.exec(lead)
    const about = aboutNumber(written)
    const low = about?.low ?? (range && numeral(range[1]!))
    const halves = span[0].includes('半') ? value + 0.5 : value
    const ranged = low != null && low < value
    const read = ranged ? `${low * each}-${halves * each}` : halves * each
    const from = ranged && range ? start - range[0].length : start
    const unit = span[4] !== undefined ? 'hour' : 'day'
    add(reading, 'duration', from, end + span[0].length, read, RANK.unit, unit)
  }
}
