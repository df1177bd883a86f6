import type { z } from 'zod'
import type { MessageKind, MessageRole } from '../../protocol/index.ts'
import type { IdentifiedMessage } from '../intake.ts'
import type { Attachment, MessageEvent, Person } from './chatwoot-payload.ts'
import { cutText, messageOf } from './incoming.ts'

type Role = z.infer<typeof MessageRole>

/** Chatwoot's kinds of messages, in its order: older servers tell the number. */
const TYPES = ['incoming', 'outgoing', 'activity', 'template'] as const
const KINDS: Readonly<Record<string, z.infer<typeof MessageKind>>> = {
  image: 'image',
  audio: 'voice',
  video: 'video',
  ig_reel: 'video',
  story_mention: 'image',
}
const FILE_TYPES = ['image', 'audio', 'video', 'file', 'location', 'fallback']
const URL_CHARS = 2_000

/** Who speaks: what nobody typed (greetings, campaigns, automations, bots) ends no turn and is no human reply. Undefined = a kind we do not know. */
export function roleOf({ message_type: type, sender, content_attributes: marks }: MessageEvent): Role | undefined {
  const name = typeof type === 'number' ? TYPES[type] : type
  if (name === 'incoming') return 'shopper'
  if (name === 'template') return 'bot'
  if (name === 'activity') return 'system'
  if (name !== 'outgoing') return undefined
  if (marks?.automation_rule_id != null || marks?.campaign_id != null) return 'bot'
  // typed on the phone, beside Chatwoot
  if (marks?.external_echo === true) return 'agent'
  return sender?.id != null && (sender.type == null || sender.type === 'user') ? 'agent' : 'bot'
}

/** An agent as Chatwoot numbers them. */
export function agentOf(person: Person): { id: string; name?: string } | undefined {
  if (person?.id == null) return undefined
  const name = person.name?.trim().slice(0, 80).toWellFormed()
  return { id: String(person.id), ...(name ? { name } : {}) }
}

/** A time of Chatwoot's as ours; undefined when it is none. */
export function timeOf(when: number | string | null | undefined): string | undefined {
  if (when == null || when === '' || when === 0) return undefined
  const ms = typeof when === 'number' || /^\d+(\.\d+)?$/.test(when) ? Number(when) * 1000 : Date.parse(when)
  return ms >= 0 && ms < 253_402_300_800_000 ? new Date(Math.round(ms)).toISOString() : undefined
}

/** A message of Chatwoot's as ours: one for its words, one more for each attachment. @throws HuashuError `bad_request` */
export function messagesOf(event: MessageEvent, role: Role): IdentifiedMessage[] {
  const { id, created_at, sender } = event
  const attachments = event.attachments ?? []
  const agent = role === 'agent' ? agentOf(sender) : undefined
  const at = timeOf(created_at)
  const common = { role, ...(agent ? { agent } : {}), ...(at ? { at } : {}) }
  const text = cutText(event.content ?? '').trim()
  const isSticker = event.content_type === 'sticker'
  const said = text === '' || isSticker ? [] : [{ ...common, messageId: String(id), text }]
  const shown = attachments.flatMap((attachment, i) => {
    const what = attached(attachment, isSticker)
    // of a message without words the first attachment carries its id
    return what ? [{ ...common, messageId: said.length === 0 && i === 0 ? String(id) : `${id}.${i + 1}`, ...what }] : []
  })
  const bare = isSticker && shown.length === 0 ? [{ ...common, messageId: String(id), kind: 'sticker' }] : []
  return [...said, ...shown, ...bare].map((message) => messageOf(message, (field) => `body.${FIELDS[field] ?? field}`))
}

const FIELDS: Readonly<Record<string, string>> = {
  text: 'content',
  messageId: 'id',
  at: 'created_at',
  ref: 'attachments',
}

/** Links of a preview (`fallback`) stand in the text already; a place is told in words. */
function attached(attachment: Attachment, isSticker: boolean) {
  const { file_type: type, data_url: url, fallback_title: title } = attachment
  const name = (typeof type === 'number' ? FILE_TYPES[type] : type) ?? 'file'
  const ref = url && url.length <= URL_CHARS ? { ref: { url } } : {}
  const called = title ? { text: cutText(title) } : {}
  if (name === 'location') {
    const { coordinates_lat: lat, coordinates_long: long } = attachment
    const words = [title, lat != null && long != null ? `${lat},${long}` : ''].filter(Boolean).join(' ')
    return words === '' ? undefined : { text: cutText(words) }
  }
  if (name === 'fallback' || name === 'share')
    return title || url ? { kind: 'file' as const, ...called, ...ref } : undefined
  return { kind: isSticker ? ('sticker' as const) : (KINDS[name] ?? 'file'), ...called, ...ref }
}
