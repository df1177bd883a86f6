import { dayText, rangeText } from '../day-text.ts'
import { addDays } from '../local-time.ts'
import { say } from '../localised.ts'
import type { Holiday } from '../store/calendar.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolvers } from './resolver.ts'

const HOLIDAY_AHEAD_DAYS = 15

/** The note of the holiday that runs or comes within two weeks; said beforehand, that it is slow (C84). */
function holiday(know: Knowledge): Fact | undefined {
  const today = know.now.day
  const horizon = addDays(today, HOLIDAY_AHEAD_DAYS)
  const near = know.store.calendar.holidays.find((one) => one.to >= today && one.from <= horizon)
  if (!near) return undefined
  const note = say(near.note, know.locale) ?? say(know.settle(know.store.shipping.holidayNote), know.locale)
  return fact('policy', note ?? plainNote(near, know), near.from)
}

function plainNote(near: Holiday, know: Knowledge): string | undefined {
  const { locale } = know
  const name = say(near.name, locale)
  if (name === undefined) return undefined
  const days = rangeText(near.from, near.to, locale, know.now.day)
  const back = dayText(addDays(near.to, 1), locale, know.now.day)
  const rest = {
    zh: `${name}${days}仓库休息，${back}起按付款顺序发出`,
    en: `our warehouse rests over ${name} (${days}); orders leave from ${back} in order of payment`,
    ko: `${name} 연휴(${days}) 동안 출고를 쉬고 ${back}부터 결제 순서대로 발송돼요`,
  }
  const slow = {
    zh: `${name}${days}照常发货，快递可能会慢一些`,
    en: `we ship as usual over ${name} (${days}), though couriers may be slower`,
    ko: `${name} 연휴(${days})에도 출고하지만 배송이 조금 늦어질 수 있어요`,
  }
  const open = {
    zh: '，具体以店铺公告为准',
    en: '; please see our notice for the exact dates',
    ko: ' (정확한 일정은 공지 참고)',
  }
  return (near.warehouse === 'closed' ? rest : slow)[locale] + (near.verified ? '' : open[locale])
}

export const HOLIDAY: Resolvers = { 'shipping.holiday': holiday }
