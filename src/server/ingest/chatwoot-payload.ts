import { z } from 'zod'

const Key = z.int().positive()
/** Chatwoot tells times as Unix seconds, with fractions here and there, or in ISO 8601. */
const When = z.union([z.number(), z.string().max(40)]).nullish()
const Loose = z.record(z.string(), z.unknown()).nullish().catch(undefined)

const Person = z
  .object({
    id: Key.nullish(),
    name: z.string().nullish(),
    /** `user` (an agent), `contact`, `agent_bot`, `captain_assistant`; older servers leave it out. */
    type: z.string().nullish(),
    /** The shop's own name for a contact. */
    identifier: z.string().nullish(),
  })
  .nullish()
export type Person = z.infer<typeof Person>

const Ref = z.object({ id: Key }).nullish()

export const Conversation = z.object({
  /** The number agents see, unique within the account. */
  id: Key,
  inbox_id: Key.nullish(),
  status: z.union([z.string(), z.int()]).nullish(),
  meta: z.object({ sender: Person, assignee: Person }).partial().nullish(),
  timestamp: When,
  last_activity_at: When,
  updated_at: When,
})
export type Conversation = z.infer<typeof Conversation>

export const Attachment = z.object({
  file_type: z.union([z.string(), z.int()]).nullish(),
  data_url: z.string().nullish(),
  fallback_title: z.string().nullish(),
  coordinates_lat: z.number().nullish(),
  coordinates_long: z.number().nullish(),
})
export type Attachment = z.infer<typeof Attachment>

export const MessageEvent = z.object({
  id: Key,
  content: z.string().nullish(),
  message_type: z.union([z.string(), z.int()]),
  content_type: z.string().nullish(),
  content_attributes: Loose,
  private: z.boolean().nullish(),
  created_at: When,
  sender: Person,
  contact: Person,
  account: Ref,
  inbox: Ref,
  conversation: Conversation,
  attachments: z.array(Attachment).max(50).nullish(),
})
export type MessageEvent = z.infer<typeof MessageEvent>

/** `conversation_created`, `_updated`, `_status_changed`: the conversation itself, with what changed. */
export const ConversationEvent = Conversation.extend({
  account: Ref,
  contact: Person,
  messages: z
    .array(z.object({ account_id: Key.nullish() }))
    .nullish()
    .catch(undefined),
})

/** `webwidget_triggered`: a visitor opened the chat window; there is a conversation only when they come back to one. */
export const WidgetEvent = z.object({
  account: Ref,
  inbox: Ref,
  contact: Person,
  current_conversation: Conversation.nullish(),
})

/** Every webhook has this. */
export const AnyEvent = z.looseObject({ event: z.string().min(1).max(100) })
