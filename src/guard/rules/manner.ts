import type { Rule } from '../context.ts'
import { businessLimit, principle } from './against-policy.ts'
import { asked, benefit, clearPronouns, nextStep } from './answering.ts'
import { askInstead, missingVariant, ruleReason, softDecline, understandFirst } from './declining.ts'
import { colourDifference, fading, fitBias, flaw, flawFirst } from './disclosure.ts'
import { agreeFirst, remedy, selfCheck, sorryFirst } from './disputes.ts'
import { faces } from './faces.ts'
import { thanks, wish } from './gratitude.ts'
import { fairness, fewNos, haggleAnger, haggleInsult } from './haggling.ts'
import { falseLeave, guess, onlyNow, pagePointing, slur, socialProof, tradeSecret } from './honest-talk.ts'
import { bareHello, introduction, smile, warmWelcome } from './opening.ts'
import { orderNotice, specificReminder, transferProof, verifyOrder } from './orders.ts'
import { askNeed, praiseOnce, recommendReason, several, withinBudget } from './recommending.ts'
import { bodyFirst, theirChoice, unsuitable, verdictWithoutData } from './size-advice.ts'
import { typos } from './typos.ts'
import { affected, grownUp, mirror, oneAddress, selfTalk, slang, together } from './voice.ts'
import { consent, holdReason, news, stillPolite } from './waiting.ts'
import { answerFirst, courtesy, threeWords, wall, wholeSentence } from './wording.ts'

/**
 * What is said and how: disclosure, honesty, courtesy, answers that are whole. In the playbook's order but for what any reply could have more of, which comes
 * last: of many hints the first are shown.
 */
export const MANNER: readonly Rule[] = [
  flaw,
  flawFirst,
  colourDifference,
  fading,
  fitBias,
  guess,
  slur,
  falseLeave,
  principle,
  together,
  smile,
  faces,
  introduction,
  bareHello,
  fewNos,
  softDecline,
  selfCheck,
  understandFirst,
  thanks,
  wish,
  affected,
  mirror,
  slang,
  grownUp,
  oneAddress,
  holdReason,
  warmWelcome,
  stillPolite,
  asked,
  clearPronouns,
  benefit,
  praiseOnce,
  socialProof,
  bodyFirst,
  verdictWithoutData,
  theirChoice,
  several,
  withinBudget,
  askNeed,
  recommendReason,
  unsuitable,
  missingVariant,
  fairness,
  businessLimit,
  tradeSecret,
  orderNotice,
  transferProof,
  verifyOrder,
  specificReminder,
  sorryFirst,
  remedy,
  news,
  consent,
  wall,
  pagePointing,
  typos,
  answerFirst,
  askInstead,
  ruleReason,
  haggleInsult,
  haggleAnger,
  agreeFirst,
  onlyNow,
  selfTalk,
  courtesy,
  threeWords,
  wholeSentence,
  nextStep,
]
