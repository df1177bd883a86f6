import type { SiteDescription } from '../../protocol/index.ts'
import { queryAll } from './deep-query.ts'
import { conversationOf, listOf, readPage, replyBoxOf } from './read-page.ts'

/** What of a description no longer fits the page. */
export type Fault = 'list' | 'bubbles' | 'text' | 'replyBox' | 'conversation'

/**
 * Holds a description against the page. `idle`: the page shows no talk now, which is no fault. A list and a reply box stand or fall together, and a bubble
 * that is there must be readable.
 */
export function selfTest(site: SiteDescription, page: Document): 'idle' | 'fits' | readonly Fault[] {
  const list = listOf(site, page)
  const box = replyBoxOf(site, page)
  const conversation = conversationOf(site, page)
  if (!list && !box) return conversation && site.conversation.selector === undefined ? ['list', 'replyBox'] : 'idle'
  const faults: Fault[] = []
  if (!list) faults.push('list')
  if (!box) faults.push('replyBox')
  if (!conversation) faults.push('conversation')
  if (list && list.childElementCount > 0) {
    if (queryAll(list, site.bubbles).length === 0) faults.push('bubbles')
    else if (conversation && readPage(site, page)?.bubbles.length === 0) faults.push('text')
  }
  return faults.length > 0 ? faults : 'fits'
}
