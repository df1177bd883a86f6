import type { Entity, Intent, Message, State } from '../protocol/index.ts'
import { intentsOf, sharesOf, topicsOf } from './classifier/classify.ts'
import type { Model } from './classifier/model.ts'
import { outOfScopeOf } from './classifier/out-of-scope.ts'
import { readClauses } from './classifier/read-clauses.ts'
import { featuresOf } from './features.ts'
import { followUp } from './follow-up.ts'
import { atStage } from './goodbye.ts'
import { normalise } from './normalise.ts'
import { overdue } from './overdue.ts'
import type { Reading } from './state.ts'

const TOPICS_KEPT = 6

/** What a text means by itself. */
function readingOf(model: Model, text: string): Reading {
  const shares = readClauses(model, text)
  return {
    intents: intentsOf(model, shares),
    topics: topicsOf(model, shares, TOPICS_KEPT),
    besides: shares.besides.map((topic) => model.topics[topic]!),
    outOfScope: outOfScopeOf(model, shares),
  }
}

/** The likeliest intents of a text, clause by clause nothing. */
function readAsOne(model: Model, text: string): readonly Intent[] {
  return intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)))
}

/** What a text means in its talk. */
export function read(text: string, model: Model, state: State, entities: readonly Entity[]): Reading {
  const normalised = normalise(text).text
  const alone = isOnlyReference(normalised, entities) ? referenceReading('product') : readingOf(model, text)
  return followUp(atStage(overdue(alone, normalised), state), normalised, state, entities, (question) =>
    readAsOne(model, `${question} ${text}`),
  )
}

/** A turn that is nothing but a product link or id: a welcome naming the product answers it. */
function isOnlyReference(normalised: string, entities: readonly Entity[]): boolean {
  const reference = entities.find((entity) => entity.slot === 'product_ref')
  return (
    reference !== undefined &&
    normalised.replace(/[^\p{L}]/gu, '').length <= 2 &&
    normalised.length <= reference.text.length + 6
  )
}

/** What a message that is not words means. */
export function referenceReading(kind: NonNullable<Message['kind']>): Reading {
  const name =
    kind === 'product' || kind === 'order'
      ? 'other.reference'
      : kind === 'sticker'
        ? 'acknowledgement.emoji'
        : 'other.fragment'
  const family = name.split('.')[0]!
  return { intents: [{ name, family, confidence: 0.95 }], topics: [{ name, share: 0.9 }] }
}
