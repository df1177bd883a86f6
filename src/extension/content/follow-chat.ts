import type { Facts, Message, SiteDescription } from '../../protocol/index.ts'
import type { FromContent, PageState } from '../wire.ts'
import { insideOf, query } from './deep-query.ts'
import { listOf, type Reading, readPage, replyBoxOf } from './read-page.ts'
import { selfTest } from './self-test.ts'
import { createTracker, type Tracked } from './track-messages.ts'

export interface Following {
  /** How the page stands; the description that reads it, when one does. */
  readonly site: SiteDescription | undefined
  /** Tells everything once more, under the same ids, to a background that has not heard it. */
  tellAgain(): void
  stop(): void
}

/** Changes that come in one go are read once. */
const TOGETHER_MS = 8
/** A talk that was just switched to is still being drawn: its messages count as history once the page has been quiet for so long. */
const SETTLED_MS = 120
/** A page that never rests is read as it is. */
const LATEST_MS = 1_500
/** A page that is being drawn does not fit its description yet; only one that stays so is broken. */
const BROKEN_MS = 3_000

const WATCHED = { childList: true, subtree: true, characterData: true, attributes: true }
const ATTRIBUTES = ['class', 'id', 'href', 'hidden', 'aria-selected', 'data-id', 'data-message-id', 'src']

/**
 * Follows the chat that a page shows, however it draws it, and tells of each talk and each new message once. Of several descriptions the first that fits reads
 * the page.
 */
export function followChat(
  sites: readonly SiteDescription[],
  page: Document,
  say: (said: FromContent) => void,
): Following {
  let site: SiteDescription | undefined
  let state = ''
  let talk: { id: string; tracker: ReturnType<typeof createTracker>; isOpen: boolean; facts: string } | undefined
  /** What the list said under the talk before, and since when another is said to be shown. */
  let former = ''
  let switchedAt = 0
  let changedAt = performance.now()
  let oddSince: number | undefined
  let print = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const watched = new WeakSet<Node>()
  const observer = new MutationObserver((changes) => {
    const box = site && replyBoxOf(site, page)
    // what the agent types is no news
    if (box && changes.every(({ target }) => box.contains(target))) return
    // timers of a page in the background come once a second
    if (page.hidden) look()
    else wake(TOGETHER_MS)
  })

  function wake(ms: number): void {
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, ms)
  }

  function watch(root: Node): void {
    if (watched.has(root)) return
    watched.add(root)
    observer.observe(root, { ...WATCHED, attributeFilter: ATTRIBUTES })
  }

  /** Changes inside shadow roots and frames are heard only there. */
  function watchInside(selector: string): void {
    const steps = selector.split('>>>')
    for (let depth = 1; depth < steps.length; depth += 1) {
      const holder = query(page, steps.slice(0, depth).join('>>>'))
      const inside = holder && insideOf(holder)
      if (inside) watch(inside)
      // a frame that is still being loaded holds another document then
      if (holder?.localName === 'iframe') holder.addEventListener('load', () => wake(TOGETHER_MS), { once: true })
    }
  }

  function look(): void {
    const fitting = sites.find((candidate) => selfTest(candidate, page) === 'fits')
    site = fitting ?? site
    for (const candidate of sites) for (const selector of [candidate.list, candidate.replyBox]) watchInside(selector)
    const reading = fitting && readPage(fitting, page)
    if (fitting && reading) {
      oddSince = undefined
      showTalk(fitting, reading)
    } else showNone()
  }

  function showNone(): void {
    const first = sites[0]
    const verdicts = sites.map((candidate) => ({ candidate, verdict: selfTest(candidate, page) }))
    const odd = verdicts.find(({ verdict }) => typeof verdict !== 'string')
    if (odd && typeof odd.verdict !== 'string') {
      oddSince ??= performance.now()
      if (performance.now() - oddSince < BROKEN_MS) wake(BROKEN_MS / 4)
      else become({ is: 'broken', site: odd.candidate.name, faults: odd.verdict })
      return
    }
    oddSince = undefined
    become(first ? { is: 'idle', site: first.name } : { is: 'unknown' })
  }

  function showTalk(by: SiteDescription, reading: Reading): void {
    const now = performance.now()
    const shown = JSON.stringify(reading.bubbles)
    if (shown !== print) changedAt = now
    if (talk?.id !== reading.conversationId) {
      former = talk ? print : ''
      switchedAt = now
      talk = { id: reading.conversationId, tracker: createTracker(), isOpen: false, facts: '' }
    }
    print = shown
    become({ is: 'talk', site: by.name, conversationId: reading.conversationId, channel: by.channel })
    if (talk.isOpen) tellNews(by, reading, talk.tracker)
    else if (isSettled(now, shown)) open(by, reading)
    else wake(SETTLED_MS / 4)
  }

  /** The address may change before the list does: until it has, the list belongs to the talk before. */
  function isSettled(now: number, shown: string): boolean {
    const isLate = now - switchedAt > LATEST_MS
    const isOld = former !== '' && former === shown
    return isLate || (!isOld && now - Math.max(switchedAt, changedAt) >= SETTLED_MS)
  }

  function open(by: SiteDescription, reading: Reading): void {
    if (!talk) return
    talk.isOpen = true
    talk.facts = JSON.stringify(reading.facts)
    const history = talk.tracker.look(reading.bubbles).all.map(messageOf)
    const { conversationId, facts } = reading
    say({ type: 'open', talk: { conversationId, channel: by.channel, history, facts } })
  }

  function tellNews(by: SiteDescription, reading: Reading, tracker: ReturnType<typeof createTracker>): void {
    const { conversationId, facts } = reading
    const seen = tracker.look(reading.bubbles)
    if (seen.isReplaced) {
      // another stretch of it, or a talk whose name the page shows a moment later
      former = ''
      switchedAt = performance.now()
      if (talk) talk.isOpen = false
      wake(SETTLED_MS)
      return
    }
    for (const bubble of seen.added) say({ type: 'add', conversationId, message: messageOf(bubble) })
    if (talk && facts && JSON.stringify(facts) !== talk.facts) {
      talk.facts = JSON.stringify(facts)
      say({ type: 'facts', conversationId, facts: facts satisfies Facts })
    }
    if (!listOf(by, page)) wake(TOGETHER_MS)
  }

  function become(next: PageState): void {
    const text = JSON.stringify(next)
    if (text === state) return
    state = text
    say({ type: 'state', state: next })
  }

  const moved = () => wake(TOGETHER_MS)
  const { navigation } = page.defaultView as unknown as { navigation?: EventTarget }
  navigation?.addEventListener('navigatesuccess', moved)
  watch(page)
  look()
  return {
    get site() {
      return site
    },
    tellAgain() {
      state = ''
      if (talk) talk.isOpen = false
      look()
    },
    stop() {
      observer.disconnect()
      clearTimeout(timer)
      navigation?.removeEventListener('navigatesuccess', moved)
    },
  }
}

function messageOf({ messageId, role, kind, text, ref }: Tracked): Message & { messageId: string } {
  return { messageId, role, kind, text, ...(ref ? { ref } : {}) }
}
