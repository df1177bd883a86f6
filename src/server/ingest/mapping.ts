import { EventRequest, LIMITS } from '../../protocol/index.ts'
import type { IdentifiedMessage } from '../intake.ts'
import { badField, cutText, type Incoming, type IncomingEvent, type Mapped, messageOf, nothing } from './incoming.ts'
import { readPath, type Scope } from './json-path.ts'
import { factsOf } from './mapped-facts.ts'
import { isScalar, type MappedId, placeOf, readId, readText, readValue } from './mapped-value.ts'
import type { MappingRule, Tests } from './mapping-record.ts'

const EventParts = EventRequest.pick({ eventId: true, type: true, at: true, data: true })

/**
 * Says a webhook's JSON in our words, by rules alone.
 * @param now epoch milliseconds, for events that carry no time
 * @throws HuashuError `bad_request` naming the field in the body
 */
export function mapByRules(rules: readonly MappingRule[], root: unknown, now: number): Mapped {
  const byConversation = new Map<string, Draft>()
  for (const rule of rules) {
    if (!holds(rule.when, { root, item: root })) continue
    for (const { scope, place } of scopesOf(rule, root)) {
      if (!holds(rule.where, scope)) continue
      const id = idOf(rule.conversation, scope, place, 'the conversation')
      const draft = byConversation.get(id) ?? { conversationId: id, messages: [], events: [] }
      byConversation.set(id, draft)
      apply(rule, draft, { scope, place, now })
    }
  }
  return byConversation.size === 0
    ? nothing('no rule of the mapping holds for this webhook')
    : { incoming: [...byConversation.values()], ignored: [] }
}

interface Draft extends Incoming {
  agent?: Incoming['agent']
  facts?: Record<string, unknown> | undefined
  readonly messages: IdentifiedMessage[]
  readonly events: IncomingEvent[]
}
interface Here {
  readonly scope: Scope
  /** Where the paths of the rule begin, in the words of an error. */
  readonly place: string
  readonly now: number
}

function scopesOf({ each }: MappingRule, root: unknown): { scope: Scope; place: string }[] {
  if (!each) return [{ scope: { root, item: root }, place: 'body' }]
  const place = placeOf({ path: each }, 'body')
  const list = readPath(each, { root, item: root })
  if (!Array.isArray(list)) return []
  if (list.length > LIMITS.messages) throw badField(place, `more than ${LIMITS.messages} elements`)
  return list.map((item, i) => ({ scope: { root, item }, place: `${place}[${i}]` }))
}

function holds(tests: Tests, scope: Scope): boolean {
  return tests.every(({ path, wanted }) => {
    const found = readPath(path, scope)
    return isScalar(found) && wanted.includes(String(found))
  })
}

function apply(rule: MappingRule, draft: Draft, here: Here): void {
  if (rule.agent) draft.agent = agentOf(rule.agent, here) ?? draft.agent
  if (rule.facts) draft.facts = factsOf(rule.facts, here.scope, draft.facts)
  if (rule.message) draft.messages.push(readMessage(rule.message, here))
  if (rule.event) draft.events.push(readEvent(rule.event, here))
}

function readMessage(mapping: NonNullable<MappingRule['message']>, here: Here): IdentifiedMessage {
  const { scope, place } = here
  const text = readText(mapping.text, scope)
  const id = readText(mapping.ref?.id, scope)
  const url = readText(mapping.ref?.url, scope)
  const agent = mapping.agent && agentOf(mapping.agent, here)
  const given = {
    messageId: readId(mapping.id, scope),
    role: readText(mapping.role, scope),
    kind: readText(mapping.kind, scope),
    text: typeof text === 'string' ? cutText(text) : text,
    agent,
    ref: id === undefined && url === undefined ? undefined : { id, url },
    at: readText(mapping.at, scope),
  }
  return messageOf(given, (field) => {
    if (field === 'messageId') return placeOf(mapping.id, place)
    const value = mapping[field as 'role' | 'kind' | 'text' | 'at']
    return field === 'ref' || field === 'agent' || value === undefined ? `${place} (${field})` : placeOf(value, place)
  })
}

function readEvent(mapping: NonNullable<MappingRule['event']>, { scope, place, now }: Here): IncomingEvent {
  const data =
    mapping.data &&
    Object.fromEntries(Object.entries(mapping.data).map(([name, value]) => [name, readValue(value, scope)]))
  const at = readText(mapping.at, scope)
  const parsed = EventParts.safeParse({
    eventId: idOf(mapping.id, scope, place, 'the event'),
    type: readText(mapping.type, scope),
    at: at ?? new Date(now).toISOString(),
    data,
  })
  if (parsed.success) return { event: parsed.data, isUntimed: at === undefined }
  const [issue] = parsed.error.issues
  const field = issue!.path[0] as 'type' | 'at'
  throw badField(field in mapping ? placeOf(mapping[field], place) : place, issue!.message)
}

function agentOf({ id, name }: NonNullable<MappingRule['agent']>, { scope }: Here): Incoming['agent'] {
  const found = readId(id, scope)
  if (found === undefined || found === '') return undefined
  const called = readText(name, scope)
  return { id: found.slice(0, LIMITS.idChars), ...(typeof called === 'string' ? { name: called.slice(0, 80) } : {}) }
}

function idOf(value: MappedId, scope: Scope, place: string, whose: string): string {
  const id = readId(value, scope)
  if (id === undefined || id === '') throw badField(placeOf(value, place), `the id of ${whose} is missing`)
  if (id.length > LIMITS.idChars) throw badField(placeOf(value, place), `longer than ${LIMITS.idChars} characters`)
  return id
}
