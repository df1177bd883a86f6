import { footLengthOf } from '../shoe-size.ts'
import { adviseSize } from '../size.ts'
import { checkSize } from '../size-check.ts'
import { sizeText } from '../size-words.ts'
import { sizeAdvice } from './choice.ts'
import type { Fact } from './fact.ts'
import type { Knowledge } from './knowledge.ts'
import { fact, type Resolvers, state } from './resolver.ts'

/** Whether the size the shopper names suits the body they described (C59). */
function asked(know: Knowledge): Fact | undefined {
  const said = know.said('size')
  const chart = know.card?.sizeChart
  const advice = chart && said && sizeAdvice(know)
  const check = advice && checkSize(chart, advice, String(said.value))
  return check && advice.state !== 'missing' ? state('calc', check, advice.why[know.locale]) : undefined
}

/** The size of these shoes for the size the shopper usually wears; a measured foot is better, so not when that is known. */
function fromUsual(know: Knowledge): Fact | undefined {
  const said = know.said('size')
  const chart = know.card?.sizeChart
  if (chart?.kind !== 'shoes' || !said || know.said('foot_length')) return undefined
  const foot = footLengthOf(chart, { size: String(said.value), system: said.unit })
  const advice = foot === undefined ? undefined : adviseSize(chart, { foot_length: foot })
  if (!advice || !('pick' in advice)) return undefined
  const { pick } = advice
  const why = {
    zh: `平时${said.text}约合脚长${foot}cm；${advice.why.zh}`,
    en: `${said.text} is about a ${foot} cm foot; ${advice.why.en}`,
    ko: `평소 ${said.text} = 발 길이 약 ${foot}cm; ${advice.why.ko}`,
  }[know.locale]
  return fact('calc', sizeText(pick, know.locale), pick, why)
}

export const SIZE_CHOICE: Resolvers = { 'size.asked': asked, 'size.usual': fromUsual }
