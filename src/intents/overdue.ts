import type { Reading } from './state.ts'

const PAID = 'payment.paid'
const DISPATCH = 'shipping_time'
/** Read so surely beside the payment, the dispatch is what is asked about. */
const MEANT = 0.5
/** What is left of the payment that is only told. */
const TOLD = 0.3
const WAITS =
  /还[没不未]|(?:没有?|未)给?(?:我|俺)?(?:发|寄|动)|[0-9一二两三四五六七八九十几好多]天了?(?:都|还|了)|很久|好久|这么久|很长时间|still (?:not|hasn'?t|waiting)|not (?:been )?(?:shipped|sent)|아직|안 ?(?:보내|왔|나갔)/

/** Who says that they have paid and still wait asks for the parcel; thanks for the payment would be no answer: 三号付的钱怎么还没发. */
export function overdue(reading: Reading, normalised: string): Reading {
  const { intents } = reading
  const paid = intents.find(({ name }) => name === PAID)
  if (!paid || !intents.some(({ family, confidence }) => family === DISPATCH && confidence >= MEANT)) return reading
  if (!WAITS.test(normalised)) return reading
  const told = { ...paid, confidence: paid.confidence * TOLD }
  return {
    ...reading,
    intents: [...intents.filter((intent) => intent !== paid), told].sort((a, b) => b.confidence - a.confidence),
    topics: reading.topics.map(({ name, share }) => ({ name, share: name === PAID ? share * TOLD : share })),
  }
}
