import type { Rule } from '../context.ts'
import { hiddenLearnedRule } from './word-rule.ts'

/** R84: no money, coupon or threat for a review. */
export const reviewReward = hiddenLearnedRule('R84', 'block', 'review_reward', {
  zh: '以利益换好评或改删评价',
  en: 'reward or pressure for a review',
  ko: '리뷰 대가 제공·압박입니다',
})

const REVIEWERS = ['reviewer', 'lead', 'admin']

/** R83: only the appointed role answers a shopper's review or asks to have one changed. Without known roles nothing is said. */
export const reviewRole: Rule = {
  id: 'R83',
  level: 'block',
  says: {
    zh: '评价由专人处理，请转交',
    en: 'reviews are handled by the appointed colleague: hand over',
    ko: '리뷰는 담당자가 처리합니다. 이관해 주세요',
  },
  suspects: (text) => text.hits('review_talk').length > 0 || text.hits('review_change').length > 0,
  find: (text, context) => {
    if (!context.roles || context.roles.some((role) => REVIEWERS.includes(role))) return []
    const asked = context.intents?.some((intent) => /review_threat|^review_rating\.reply/.test(intent)) ?? false
    return [...text.hits('review_change'), ...(asked ? text.hits('review_talk') : [])]
  },
}
