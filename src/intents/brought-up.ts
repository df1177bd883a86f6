import type { State } from '../protocol/index.ts'
import { isOffer, isShoppersOwn } from './agent-acts.ts'
import { topicsOf } from './classifier/classify.ts'
import type { Model } from './classifier/model.ts'
import { readClauses } from './classifier/read-clauses.ts'
import { familyOf, LIGHT, type Reading } from './state.ts'

const TOPICS = 6
/** What an agent's question sounds like says less than what it sounds like behind what the shopper asked. */
const QUESTION_ALONE = { offer: 0.6, other: 0.3 }
const QUESTION_IN_TALK = 1

/** What an agent's question is about: 要帮您备注吗 is about a remark, 您在哪个城市 about what the shopper wants to know of it. */
export function broughtUp(said: string, state: State, model: Model): Reading['topics'] {
  const talk = [...state.openQuestions.map(({ text }) => text), said].join(' ')
  const topics = [
    ...topicsOf(model, readClauses(model, said), TOPICS).map(
      weighed(isOffer(said) ? QUESTION_ALONE.offer : QUESTION_ALONE.other),
    ),
    ...topicsOf(model, readClauses(model, talk), TOPICS).map(weighed(QUESTION_IN_TALK)),
  ]
  const spokenOf = new Set(state.about?.map(({ name }) => name))
  return topics.filter(({ name }) => !LIGHT.has(familyOf(name)) && (!isShoppersOwn(name) || spokenOf.has(name)))
}

function weighed(weight: number) {
  return ({ name, share }: Reading['topics'][number]) => ({ name, share: share * weight })
}
