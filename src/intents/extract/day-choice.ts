import { addDays, compareDays, type Day, isRealDay, weekdayOf } from './day.ts'

/** The day a weekday's name means: `lead` is 上 / 下 / last / next …; without one the next such day, or the last when `past`. */
export function weekdayNear(from: Day, groups: Record<string, string | undefined>, past: boolean): Day {
  const { lead = '', han, english, korean } = groups
  const wanted =
    han !== undefined
      ? '一二三四五六日'.indexOf(han.replace('天', '日').replace('末', '六')) + 1 || Number(han)
      : korean !== undefined
        ? '월화수목금토일'.indexOf(korean) + 1
        : english === 'weekend'
          ? 6
          : ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].indexOf(english!) + 1
  const distance = wanted - weekdayOf(from)
  const word = lead.trim()
  if (/^(?:上|last|지난)/.test(word)) return addDays(from, distance - (word.startsWith('上上') ? 14 : 7))
  if (/^(?:下|next|다음)/.test(word)) return addDays(from, distance + (word.startsWith('下下') ? 14 : 7))
  if (word !== '') return addDays(from, distance)
  if (past) return addDays(from, distance > 0 ? distance - 7 : distance)
  return addDays(from, distance < 0 ? distance + 7 : distance)
}

/** The next such day, today among them; the latest one when the sentence speaks of the past. Without a month every month has one. */
export function nearestDay(from: Day, month: number | undefined, day: number, past: boolean): Day | undefined {
  for (let step = 0; step <= 12; step += 1) {
    const months = from.year * 12 + from.month - 1 + (past ? -step : step)
    const candidate = { year: Math.floor(months / 12), month: (months % 12) + 1, day }
    if (month !== undefined && candidate.month !== month) continue
    const order = compareDays(candidate, from)
    if (isRealDay(candidate) && (past ? order <= 0 : order >= 0)) return candidate
  }
  return undefined
}
