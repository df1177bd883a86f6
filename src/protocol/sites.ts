import { z } from 'zod'
import { Channel, Id } from './atoms.ts'
import { OrderStatus } from './facts.ts'
import { MessageKind, MessageRole } from './message.ts'

/** CSS; `>>>` goes on inside the shadow root, or the frame of the same origin, of what stands before it. */
const Selector = z.string().min(1).max(500)
/** Where one value stands: the text of an element or one of its attributes, of which the first group of `pattern` is taken. */
export const SiteReading = z
  .strictObject({
    /** Absent: the bubble itself or, for what is not read off a bubble, the page's address. */
    selector: Selector.optional(),
    attribute: z.string().min(1).max(80).optional(),
    pattern: z.string().max(200).refine(isPattern, 'not a regular expression').optional(),
  })
  .meta({ id: 'SiteReading' })
export type SiteReading = z.infer<typeof SiteReading>

/** The first rule that a bubble meets says who wrote it; `side` is where the bubble's text lies in the list. */
const SiteRole = z.strictObject({
  role: MessageRole,
  selector: Selector.optional(),
  side: z.enum(['left', 'right']).optional(),
})
/** A bubble, or something in it, that is no text. */
const SiteCard = z.strictObject({
  kind: MessageKind.exclude(['text']),
  selector: Selector,
  id: SiteReading.optional(),
  url: SiteReading.optional(),
})

/** The order the page shows beside the talk; without a status that `statuses` knows (as the page writes it) there is none. */
const SiteOrder = z.strictObject({
  id: SiteReading,
  status: SiteReading,
  statuses: z.record(z.string().min(1).max(40), OrderStatus),
})

/** How a chat page is read: data, never code. Selectors stand for the first element that they find, `bubbles` for all within `list`. */
export const SiteDescription = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9.:-]{0,99}$/),
    name: z.string().min(1).max(80),
    version: z.int().min(1),
    /** Read on real pages, or only on saved pages of our own making. */
    tested: z.enum(['live', 'fixtures', 'picked']),
    /** Chrome's match patterns of the pages, frames included. */
    matches: z.array(z.string().regex(/^(\*|https?):\/\/(\*|(\*\.)?[^/*\s]+)\/\S*$/)).max(20),
    channel: Channel,
    list: Selector,
    bubbles: Selector,
    roles: z.array(SiteRole).min(1).max(12),
    /** Within the bubble; absent: all its text. */
    text: Selector.optional(),
    /** What the platform calls the message; absent: ids are made of what is written and its place. */
    messageId: SiteReading.optional(),
    time: SiteReading.optional(),
    cards: z.array(SiteCard).max(12).optional(),
    replyBox: Selector,
    conversation: SiteReading,
    shopper: SiteReading.optional(),
    product: SiteReading.optional(),
    order: SiteOrder.optional(),
  })
  .meta({ id: 'SiteDescription' })
export type SiteDescription = z.infer<typeof SiteDescription>

/** What `GET /v1/sites` serves. Its signature stands in the header `huashu-signature`. */
export const SitesDocument = z
  .object({ format: z.literal(1), sites: z.array(SiteDescription).max(500) })
  .meta({ id: 'SitesDocument' })
export type SitesDocument = z.infer<typeof SitesDocument>

/** ECDSA over P-256 and SHA-256 on the exact bytes of the body, as IEEE P1363, in base64url. */
export const SIGNATURE_HEADER = 'huashu-signature'
/** The half of the key that signs descriptions which everyone may know: SPKI in base64url. */
export const SitesKey = Id.meta({ id: 'SitesKey' })

function isPattern(text: string): boolean {
  try {
    new RegExp(text, 'u')
    return true
  } catch {
    return false
  }
}
