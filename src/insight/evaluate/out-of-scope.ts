import type { Answer, Locale } from '../../protocol/index.ts'
import type { ForeignRow } from './rows.ts'
import { isAnswered } from './withholding.ts'

/**
 * Labels of the collections of other trades whose messages a shop hears too, so that an answer to them is no mistake: paying and money
 * back, where a parcel is, account matters, what is in food and how long it keeps, and talk that belongs to any conversation. The Korean
 * collection names three subjects only; daily life (0), with greetings and purchases in it, is left out, parting (1) and love (2) are not.
 */
const HEARD_IN_SHOPS: Readonly<Record<'banking77' | 'clinc150' | 'ko-chatbot-data', readonly string[]>> = {
  banking77: [
    'Refund_not_showing_up',
    'request_refund',
    'reverted_card_payment?',
    'declined_card_payment',
    'card_not_working',
    'pending_card_payment',
    'transaction_charged_twice',
    'extra_charge_on_statement',
    'apple_pay_or_google_pay',
    'card_acceptance',
    'supported_cards_and_currencies',
    'visa_or_mastercard',
    'card_arrival',
    'card_delivery_estimate',
    'country_support',
    'edit_personal_details',
    'passcode_forgotten',
    'terminate_account',
  ],
  clinc150: [
    'greeting',
    'goodbye',
    'thank_you',
    'yes',
    'no',
    'maybe',
    'repeat',
    'cancel',
    'what_can_i_ask_you',
    'are_you_a_bot',
    'what_is_your_name',
    'who_made_you',
    'who_do_you_work_for',
    'where_are_you_from',
    'how_old_are_you',
    'what_are_your_hobbies',
    'do_you_have_pets',
    'meaning_of_life',
    'tell_joke',
    'fun_fact',
    'user_name',
    'change_user_name',
    'change_language',
    'order',
    'order_status',
    'replacement_card_duration',
    'card_declined',
    'ingredients_list',
    'nutrition_info',
    'calories',
    'food_last',
  ],
  'ko-chatbot-data': ['0'],
}

export type ForeignSet = keyof typeof HEARD_IN_SHOPS
export const FOREIGN_SETS = Object.keys(HEARD_IN_SHOPS) as ForeignSet[]
export const FOREIGN_LOCALE: Readonly<Record<ForeignSet, Locale>> = {
  banking77: 'en',
  clinc150: 'en',
  'ko-chatbot-data': 'ko',
}

/** True when a message with this label is no business of a shop. */
export function isOutOfScope(set: ForeignSet, label: string): boolean {
  return !HEARD_IN_SHOPS[set].includes(label)
}

/** Families that answer nothing about the shop: reading a foreign message as one of them is right. */
const HARMLESS = new Set(['other', 'chitchat_offtopic'])

/** How well messages of other trades are left alone; shares of the `count` messages that are out of scope. */
export interface OutOfScope {
  readonly count: number
  /** Messages left out because shops hear such things too. */
  readonly skipped: number
  /** No suggestion of tier `answer`, whatever was read. */
  readonly unanswered: number
  /** Read with less confidence than the threshold. */
  readonly abstained: number
  /** At or above it, but read as `other` or small talk. */
  readonly harmless: number
  /** Recall of "out of scope": abstained or harmless. */
  readonly recall: number
  /** What the others were taken for, most frequent first. */
  readonly taken: readonly { readonly family: string; readonly count: number }[]
}

export function outOfScopeOf(
  rows: readonly ForeignRow[],
  set: ForeignSet,
  answer: (text: string) => Pick<Answer, 'intents' | 'suggestions'>,
  threshold: number,
): OutOfScope {
  const foreign = rows.filter((row) => isOutOfScope(set, row.intent))
  const taken = new Map<string, number>()
  let unanswered = 0
  let abstained = 0
  let harmless = 0
  for (const { text } of foreign) {
    const given = answer(text)
    if (!isAnswered(given)) unanswered += 1
    const first = given.intents[0]
    if (first === undefined || first.confidence < threshold) abstained += 1
    else if (HARMLESS.has(first.family)) harmless += 1
    else taken.set(first.family, (taken.get(first.family) ?? 0) + 1)
  }
  const share = (part: number) => (foreign.length === 0 ? 0 : part / foreign.length)
  return {
    count: foreign.length,
    skipped: rows.length - foreign.length,
    unanswered: share(unanswered),
    abstained: share(abstained),
    harmless: share(harmless),
    recall: share(abstained + harmless),
    taken: [...taken]
      .map(([family, count]) => ({ family, count }))
      .sort((a, b) => b.count - a.count || (a.family < b.family ? -1 : 1)),
  }
}
