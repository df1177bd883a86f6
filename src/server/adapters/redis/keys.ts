import { hash } from 'node:crypto'
import { Recent } from '../../recent.ts'

const PREFIX = 'huashu:'
export const EPOCH = `${PREFIX}epoch`
export const NEWS = `${PREFIX}news`
/** Where nodes ask each other. */
export const ASKED = `${PREFIX}asked`
/** Both the key that says that a node lives and the channel it is spoken to on. */
export const NODES = `${PREFIX}node:`
export const keyOf = (kind: string, name: string): string => `${PREFIX}${kind}:${name}`

/** Where a conversation is found. */
export interface TopicKeys {
  readonly owner: string
  readonly talk: string
  readonly seq: string
  readonly recent: string
  readonly channel: string
}

const known = new Recent<string, TopicKeys>(10_000)

/** Topics are hashed: they hold ids of shoppers, and may be long. */
export function keysOf(topic: string): TopicKeys {
  const found = known.get(topic)
  if (found) return found
  const name = hash('sha256', topic, 'base64url').slice(0, 24)
  const keys = {
    owner: keyOf('owner', name),
    talk: keyOf('talk', name),
    seq: keyOf('seq', name),
    recent: keyOf('recent', name),
    channel: keyOf('topic', name),
  }
  known.set(topic, keys)
  return keys
}
