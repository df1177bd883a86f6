import type { Rule } from '../context.ts'
import { address } from './address.ts'
import { exaggeration } from './advertising.ts'
import { aliases } from './aliases.ts'
import { brands } from './brands.ts'
import { claims } from './claims.ts'
import { discount, favour, freePostage, gift } from './concession.ts'
import { promiseKept, sameAnswer } from './consistency.ts'
import { curt, refusal } from './curt.ts'
import { facts } from './facts.ts'
import { MANNER } from './manner.ts'
import { outsideContact, outsidePayment } from './off-platform.ts'
import { placeholder } from './placeholder.ts'
import { privacy } from './privacy.ts'
import { absolute, arrival, effect, longerTime, sameDay } from './promise.ts'
import { imitation } from './red.ts'
import { refundSteer } from './refund-steer.ts'
import { anger, blacklist, blame, denial, hurt, impatience } from './respect.ts'
import { reviewReward, reviewRole } from './reviews.ts'
import { rights } from './rights.ts'
import { deadline, scarcity } from './scarcity-deadline.ts'
import { secrets } from './secrets.ts'
import { stock } from './stock.ts'

/** Every rule: promises, facts, law and respect in the playbook's order, then manner in the playbook's order. */
export const RULES: readonly Rule[] = [
  absolute,
  effect,
  arrival,
  longerTime,
  sameDay,
  promiseKept,
  exaggeration,
  scarcity,
  deadline,
  gift,
  facts,
  imitation,
  address,
  curt,
  refusal,
  hurt,
  blame,
  impatience,
  anger,
  stock,
  discount,
  freePostage,
  favour,
  denial,
  reviewRole,
  reviewReward,
  refundSteer,
  rights,
  placeholder,
  brands,
  aliases,
  sameAnswer,
  blacklist,
  privacy,
  secrets,
  outsideContact,
  outsidePayment,
  claims,
  ...MANNER,
]
