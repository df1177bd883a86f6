import { HuashuError } from '../../protocol/index.ts'

/** @throws HuashuError `bad_request` naming each intent that is no topic, with the topics of its family, or the families when there is none such. */
export function checkTopics(intents: readonly string[], topics: readonly string[]): void {
  const details = intents.flatMap((intent, i) =>
    topics.includes(intent) ? [] : [{ path: `body.intents.${i}`, message: faultOf(intent, topics) }],
  )
  if (details.length > 0)
    throw new HuashuError('bad_request', `${details[0]!.path}: ${details[0]!.message}`, { details })
}

function faultOf(intent: string, topics: readonly string[]): string {
  const family = familyOf(intent)
  const known = topics.filter((topic) => familyOf(topic) === family)
  if (known.length > 0) return `unknown topic "${intent}"; topics of ${family}: ${known.join(', ')}`
  const families = [...new Set(topics.map(familyOf))].join(', ')
  return `unknown family "${family}" in "${intent}"; an intent is family.topic, the families are ${families}`
}

const familyOf = (topic: string): string => topic.split('.')[0]!
