import type { State } from '../protocol/index.ts'
import { actsIn, isOffer, isShoppersOwn } from './agent-acts.ts'
import { topicsOf } from './classifier/classify.ts'
import type { Model } from './classifier/model.ts'
import { readClauses } from './classifier/read-clauses.ts'
import { familyOf, GRAVE, LIGHT, type Reading } from './state.ts'

const TOPICS = 6
/** What an agent's question sounds like says less than what it sounds like behind what the shopper asked. */
const QUESTION_ALONE = { offer: 0.6, other: 0.3 }
const QUESTION_IN_TALK = 1

/** What an agent's question is about: 要帮您备注吗 is about a remark, 您在哪个城市 about what the shopper wants to know of it. */
export function broughtUp(said: string, state: State, model: Model): Reading['topics'] {
  const open = state.openQuestions.map(({ text }) => text)
  const alone = topicsOf(model, readClauses(model, said), TOPICS)
  const inTalk = open.length === 0 ? alone : topicsOf(model, readClauses(model, [...open, said].join(' ')), TOPICS)
  const topics = [
    ...alone.map(weighed(isOffer(said) ? QUESTION_ALONE.offer : QUESTION_ALONE.other)),
    ...inTalk.map(weighed(QUESTION_IN_TALK)),
  ]
  const meant = new Set([...actsIn(said), ...(state.about ?? []).map(({ name }) => name)])
  return topics.filter(({ name }) => !LIGHT.has(familyOf(name)) && (meant.has(name) || !needsWords(name)))
}

/**
 * A remark is written when somebody wishes for one: a line that only names remarks (外包装有没有备注) is about none. Nor is a line that only names quality
 * (您是问质量吗) about a fault nobody reported.
 */
function needsWords(topic: string): boolean {
  return isShoppersOwn(topic) || GRAVE.has(familyOf(topic)) || topic === 'order_change.remark'
}

function weighed(weight: number) {
  return ({ name, share }: Reading['topics'][number]) => ({ name, share: share * weight })
}
