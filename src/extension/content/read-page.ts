import type { Facts, SiteDescription, SiteReading } from '../../protocol/index.ts'
import { contentHash } from './content-hash.ts'
import { query, queryAll } from './deep-query.ts'
import { textOf } from './text-of.ts'
import type { Bubble } from './track-messages.ts'

/** What a page shows of a talk, read by a description. */
export interface Reading {
  readonly conversationId: string
  readonly shopper: string | undefined
  readonly facts: Facts | undefined
  readonly bubbles: readonly Bubble[]
}

/** The newest bubbles that are read: what one `conversation.open` may carry. */
const MOST = 200

/** Which conversation the page shows: read at the moment it is asked for. The host stands before it, so that no two pages mean the same. */
export function conversationOf(site: SiteDescription, page: Document): string | undefined {
  const told = readValue(site.conversation, page, page.location.href)
  if (!told) return undefined
  const id = `${page.location.host}/${told}`
  return id.length <= 160 ? id : `${page.location.host}/${contentHash(told)}`
}

export const listOf = (site: SiteDescription, page: Document) => query(page, site.list)
export const replyBoxOf = (site: SiteDescription, page: Document) =>
  query(page, site.replyBox) as HTMLElement | undefined

/** The talk in view, or undefined when the page shows none. */
export function readPage(site: SiteDescription, page: Document): Reading | undefined {
  const list = listOf(site, page)
  const conversationId = conversationOf(site, page)
  if (!list || !conversationId) return undefined
  const bubbles = queryAll(list, site.bubbles).slice(-MOST)
  const read = bubbles.flatMap((bubble) => readBubble(site, bubble, list) ?? [])
  const shopper = site.shopper && readValue(site.shopper, page)?.slice(0, 160)
  return { conversationId, shopper, facts: factsOf(site, page, shopper), bubbles: read }
}

function readBubble(site: SiteDescription, bubble: Element, list: Element): Bubble | undefined {
  const role = roleOf(site, bubble, list)
  if (!role) return undefined
  const platformId = site.messageId && readValue(site.messageId, bubble)
  const time = site.time && readValue(site.time, bubble)
  const textElement = site.text === undefined ? bubble : query(bubble, site.text)
  for (const { kind, selector, id, url } of site.cards ?? []) {
    const card = query(bubble, selector)
    if (!card) continue
    const ref = refOf(id && readValue(id, card), url && readValue(url, card))
    return { platformId, role, kind, text: textOf(textElement ?? card), time, ...ref }
  }
  const text = textElement ? textOf(textElement) : ''
  return text ? { platformId, role, kind: 'text', text, time } : undefined
}

function refOf(id: string | undefined, url: string | undefined): Pick<Bubble, 'ref'> {
  if (!id && !url) return {}
  return { ref: { ...(id ? { id: id.slice(0, 200) } : {}), ...(url && url.length <= 2_000 ? { url } : {}) } }
}

function roleOf(site: SiteDescription, bubble: Element, list: Element): Bubble['role'] | undefined {
  return site.roles.find(
    ({ selector, side }) =>
      (selector === undefined || query(bubble, selector) !== undefined || bubble.matches(selector)) &&
      (side === undefined || side === sideOf(query(bubble, site.text ?? '*') ?? bubble, list)),
  )?.role
}

/** On which side of the list something lies. */
function sideOf(element: Element, list: Element): 'left' | 'right' {
  const box = element.getBoundingClientRect()
  const room = list.getBoundingClientRect()
  return box.left + box.right > room.left + room.right ? 'right' : 'left'
}

function factsOf(site: SiteDescription, page: Document, shopper: string | undefined): Facts | undefined {
  const product = site.product && readValue(site.product, page)?.slice(0, 200)
  const orderId = site.order && readValue(site.order.id, page)?.slice(0, 200)
  const status = site.order?.statuses[readValue(site.order.status, page) ?? '']
  const facts: Facts = {
    ...(product ? { product: { id: product } } : {}),
    ...(orderId && status ? { order: { id: orderId, status } } : {}),
    ...(shopper ? { shopper: { name: shopper } } : {}),
  }
  return Object.keys(facts).length > 0 ? facts : undefined
}

/** What a reading finds; without a selector it reads `address` or, where there is none, `root` itself. */
export function readValue(reading: SiteReading, root: Document | Element, address?: string): string | undefined {
  const { selector, attribute, pattern } = reading
  const element = selector === undefined ? (root.nodeType === 1 ? (root as Element) : undefined) : query(root, selector)
  const raw =
    selector === undefined && address !== undefined
      ? address
      : element && (attribute === undefined ? textOf(element) : (element.getAttribute(attribute) ?? undefined))
  if (raw === undefined) return undefined
  const value = pattern === undefined ? raw : new RegExp(pattern, 'u').exec(raw)?.[1]
  return value?.trim().toWellFormed() || undefined
}
