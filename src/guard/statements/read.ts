import { remember } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { actsIn } from './acts.ts'
import { amountsIn } from './amounts.ts'
import { languagesOf } from './clause.ts'
import { deedsIn } from './deeds.ts'
import { denialsIn } from './denied-words.ts'
import { namesIn } from './names.ts'
import { payersIn } from './payers.ts'
import { entitiesIn } from './scope.ts'
import type { Statement } from './statement.ts'
import { stockIn } from './stock.ts'
import { timesIn } from './times.ts'
import { visitsIn } from './visits.ts'

const REMEMBERED = 4096

/** Everything a line in the matching form states, in no order. */
export const statementsIn: (text: string) => readonly Statement[] = remember(
  (text) => languagesOf(text).flatMap((locale) => readStatements(text, locale)),
  REMEMBERED,
)

/** What a line in the matching form states in the words of one language. */
export function readStatements(text: string, locale: Locale): Statement[] {
  const plain = [timesIn, amountsIn, payersIn, visitsIn, stockIn, actsIn, denialsIn].flatMap((read) =>
    read(text, locale),
  )
  // what has a name of its own goes by that name
  const deeds = deedsIn(text, locale).filter(
    (deed) => !plain.some((other) => other.from < deed.to && deed.from < other.to),
  )
  plain.push(...deeds)
  return NAMES[locale].test(text) ? [...plain, ...namesIn(text, entitiesIn(text), locale)] : plain
}

/** Words without which a line advises no size and names no courier. */
const NAMES: Readonly<Record<Locale, RegExp>> = {
  zh: /(?:[发走寄用]|默认|统一|快递是)的?(?:的?是)?(?:[顺中圆申韵百邮极京德天汇e])|(?:[拍穿选]|建议|推荐|适合)[^,。!?;]{0,8}(?:码|[smlx\d])|码.{0,2}[刚正合适]/,
  en: /size|recommend|suggest|take|go with|go for|ship|sent|send/,
  ko: /사이즈|추천|택배|발송/,
}
