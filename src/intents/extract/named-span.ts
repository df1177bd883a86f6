import { add, before, matches, RANK, type Reading } from './reading.ts'

/** Spans of time that are one word or have an article. */
const NAMED =
  /(?<![a-z])(?:an? (?<unit>day|week|fortnight|month|hour)|a couple (?:of )?(?<two>days|weeks|months|hours))(?![a-z])|(?<![가-힣])(?<korean>하루|이틀|사흘|나흘|닷새|엿새|열흘|보름|일주일|이주일|한달|두달|반나절)/g
const RATE_BEFORE =
  /(?:times|once|twice|\d|per|have|had|every|what|such|nice|good|great|hell of|one of|of|half|quite) $/
const NO_SPAN_AFTER =
  /^(?: ?[전후뒤](?:에|부터|이|$| )| (?:ago|end|day|or two|off|pass|keeps|and night)(?![a-z])|종일|빨리|하루| 종일| ?(?:되세요|보내|되시|마무리)|에 ?(?:한|두|몇|세))/
const DAYS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  days: 2,
  weeks: 14,
  months: 60,
  하루: 1,
  이틀: 2,
  사흘: 3,
  나흘: 4,
  닷새: 5,
  엿새: 6,
  열흘: 10,
  보름: 15,
  일주일: 7,
  이주일: 14,
  한달: 30,
  두달: 60,
}
const HOURS: Readonly<Record<string, number>> = { hour: 1, hours: 2, 반나절: 6 }
const HAS_NAME = /day|week|month|hour|fortnight|하루|이틀|사흘|나흘|닷새|엿새|열흘|보름|주일|한달|두달|반나절/

/** A length of time without a number: "a week late", "a couple of days", 이틀, 열흘, 일주일. */
export function readNamedSpan(reading: Reading): void {
  const { text } = reading
  if (!HAS_NAME.test(text)) return
  for (const found of matches(NAMED, text)) {
    const end = found.index + found[0].length
    const name = (found.groups!.unit ?? found.groups!.two ?? found.groups!.korean)!
    if (RATE_BEFORE.test(before(text, found.index)) || NO_SPAN_AFTER.test(text.slice(end, end + 8))) continue
    const hours = HOURS[name]
    add(reading, 'duration', found.index, end, hours ?? DAYS[name]!, RANK.unit, hours === undefined ? 'day' : 'hour')
  }
}
