import type { ClientFrame } from '../../protocol/index.ts'
import type { Heard, NamedConversation } from '../../ui/index.ts'
import { type FromContent, type FromPanel, type PageState, PORTS } from '../wire.ts'
import { languageOf } from '../words.ts'
import { createAnswers } from './answers.ts'
import { type Connection, openConnection } from './connection.ts'
import { answer, isOwnPage, type Panel, say } from './panels.ts'
import { checkedState, frameOf, type OpenFrame, ownsTalk, pickedSite, type Reader, readerOf, tell } from './readers.ts'
import { settings } from './settings.ts'
import { sitesFor } from './sites.ts'

/** Of one page: an agent who has gone on to others is not listening to the first any more. */
const MOST_TALKS = 40

/** Passes on what readers of pages, panels and the service have to say to each other. Readers hear drafts for their own talk, and nothing of the service. */
export function createRelay() {
  const readers = new Set<Reader>()
  const panels = new Set<Panel>()
  const answers = createAnswers()
  /** Which panel waits for the outcome of an insertion. */
  const inserting = new Map<string, Panel>()
  let connection: Promise<Connection | undefined> | undefined
  let named = 0

  function connect(): Promise<Connection | undefined> {
    connection ??= openConnection(heard)
    return connection
  }

  function heard(what: Heard): void {
    if (what.kind === 'connection') {
      for (const panel of panels) say(panel, { type: 'heard', heard: what })
      return
    }
    const { frame } = what
    answers.take(frame)
    if (!('re' in frame) || frame.re === undefined) {
      for (const panel of panels) say(panel, { type: 'heard', heard: what })
      return
    }
    const [name, re] = frame.re.split('|')
    const asker = [...panels].find((panel) => panel.name === name)
    if (!asker) return
    say(asker, { type: 'heard', heard: { kind: 'frame', frame: { ...frame, re } } })
    if (frame.type === 'conversation.opened')
      for (const current of answers.of(frame.conversationId))
        say(asker, { type: 'heard', heard: { kind: 'frame', frame: current } })
  }

  async function send(frame: ClientFrame): Promise<void> {
    const open = await connect()
    open?.stream.send(frame)
  }

  function addReader(reader: Reader): void {
    readers.add(reader)
    let turn = setUp(reader)
    reader.port.onMessage.addListener((said: FromContent) => {
      turn = turn.then(() => hearReader(reader, said)).catch(report)
    })
    reader.port.onDisconnect.addListener(() => {
      readers.delete(reader)
      for (const talk of reader.talks.values()) leave(talk)
      showPage(reader.tabId)
    })
  }

  async function setUp(reader: Reader): Promise<void> {
    const { hotkeys, language } = await settings.choices()
    tell(reader, { type: 'setup', sites: await sitesFor(reader.address), hotkeys, language: languageOf(language) })
  }

  async function hearReader(reader: Reader, said: FromContent): Promise<void> {
    if (said.type === 'state') {
      reader.state = checkedState(reader, said.state)
      showPage(reader.tabId)
    } else if (said.type === 'inserted') {
      const panel = inserting.get(said.insertId)
      inserting.delete(said.insertId)
      if (panel) say(panel, { type: 'inserted', insertId: said.insertId, outcome: said.outcome })
    } else if (said.type === 'key') {
      // one alone, the one in the page first: a key inserts once
      const panel = panelsOf(reader.tabId)[0]
      if (panel) say(panel, { type: 'key', key: said.key })
    } else if (said.type === 'typed') {
      for (const panel of panelsOf(reader.tabId)) say(panel, { type: 'typed' })
    } else if (said.type === 'draft') {
      for (const panel of panelsOf(reader.tabId)) say(panel, { type: 'draft', text: said.text })
    } else if (said.type === 'picked') {
      const site = pickedSite(reader, said.site)
      if (site) await settings.write({ picked: { ...(await settings.picked()), [reader.host]: site } })
    } else {
      const frame = frameOf(reader, said)
      if (!frame) return
      if (frame.type === 'conversation.open') {
        const { history: _, ...rest } = frame
        reader.talks.set(frame.conversationId, rest)
        if (reader.talks.size > MOST_TALKS) leaveOldest(reader)
        for (const panel of panels) await showState(panel)
      }
      await send(frame)
    }
  }

  function leaveOldest(reader: Reader): void {
    const [oldest] = reader.talks.values()
    if (!oldest) return
    reader.talks.delete(oldest.conversationId)
    leave(oldest)
  }

  /** Unless another page shows it, too. */
  function leave({ conversationId, channel }: OpenFrame): void {
    if ([...readers].some(({ talks }) => talks.has(conversationId))) return
    answers.forget(conversationId)
    void send({ type: 'conversation.close', conversationId, channel })
  }

  function addPanel(panel: Panel): void {
    panels.add(panel)
    panel.port.onMessage.addListener((said: FromPanel) => void hearPanel(panel, said).catch(report))
    panel.port.onDisconnect.addListener(() => {
      panels.delete(panel)
      for (const call of panel.calls.values()) call.abort()
    })
  }

  async function hearPanel(panel: Panel, said: FromPanel): Promise<void> {
    if (said.type === 'attach') {
      // one that stands by itself says which tab it is about, one in a page is about that page
      panel.tabId = said.tabId ?? panel.port.sender?.tab?.id
      await showState(panel)
      const state = (await connect())?.stream.state ?? 'refused'
      if (state === 'ready' || state === 'lost' || state === 'refused')
        say(panel, { type: 'heard', heard: { kind: 'connection', state } })
    } else if (said.type === 'frame') {
      const { id, type } = said.frame
      // a talk ends with the last page that shows it
      if (type !== 'conversation.close')
        await send(id === undefined ? said.frame : { ...said.frame, id: `${panel.name}|${id}` })
    } else if (said.type === 'request') await answer(panel, said, connect)
    else if (said.type === 'abort') panel.calls.get(said.requestId)?.abort()
    else if (said.type === 'insert') insert(panel, said)
    else if (said.type === 'pick') startPicker(panel.tabId)
    else if (said.type === 'select') await select(said.conversationId)
  }

  /** Only into a page of the panel's own tab that shows the very talk; it looks again before it does anything. */
  function insert(panel: Panel, { insertId, conversationId, text }: FromPanel & { type: 'insert' }): void {
    const there = [...readers].filter(({ tabId, state }) => tabId === panel.tabId && state.is === 'talk')
    const reader = there.find(({ state }) => state.is === 'talk' && state.conversationId === conversationId)
    if (!reader || !ownsTalk(reader, conversationId)) {
      say(panel, { type: 'inserted', insertId, outcome: there.length > 0 ? 'moved' : 'absent' })
      return
    }
    inserting.set(insertId, panel)
    tell(reader, { type: 'insert', insertId, conversationId, text })
  }

  function startPicker(tabId: number | undefined): void {
    for (const reader of readers) if (reader.tabId === tabId) tell(reader, { type: 'pick' })
  }

  /** Shows the page with that talk; to turn to it within the page is the agent's. */
  async function select(conversationId: string): Promise<void> {
    const reader = [...readers].find(({ talks }) => talks.has(conversationId))
    if (!reader) return
    const { windowId } = (await chrome.tabs.update(reader.tabId, { active: true })) ?? {}
    if (windowId !== undefined) await chrome.windows.update(windowId, { focused: true })
  }

  /** Those of a tab, the one in the page before the side panel. */
  function panelsOf(tabId: number): Panel[] {
    const there = [...panels].filter((panel) => panel.tabId === tabId)
    return there.sort((one, other) => Number(!one.port.sender?.tab) - Number(!other.port.sender?.tab))
  }

  function openTalks(): NamedConversation[] {
    const talks = new Map([...readers].flatMap((reader) => [...reader.talks]))
    return [...talks.values()].map(({ conversationId, channel, facts }) => ({
      conversationId,
      ...(channel === undefined ? {} : { channel }),
      ...(facts?.shopper?.name ? { title: facts.shopper.name } : {}),
    }))
  }

  function stateOf(tabId: number | undefined): PageState {
    const states = [...readers].filter((reader) => reader.tabId === tabId).map(({ state }) => state)
    const best = (['talk', 'broken', 'idle'] as const).flatMap((is) => states.find((state) => state.is === is) ?? [])
    return best[0] ?? { is: 'unknown' }
  }

  async function showState(panel: Panel): Promise<void> {
    const { hotkeys, language } = await settings.choices()
    const state = stateOf(panel.tabId)
    say(panel, { type: 'page', state, talks: openTalks(), hotkeys, language: languageOf(language) })
  }

  function showPage(tabId: number): void {
    for (const panel of panels) if (panel.tabId === tabId) void showState(panel).catch(report)
  }

  return {
    /** Takes a port in at once: what is said on it before its listeners stand is lost. */
    accept(port: chrome.runtime.Port): void {
      const isOurs = port.sender?.id === chrome.runtime.id
      const reader = isOurs && port.name === PORTS.content ? readerOf(port) : undefined
      named += 1
      if (reader) addReader(reader)
      else if (isOurs && port.name === PORTS.panel && isOwnPage(port))
        addPanel({ port, tabId: undefined, calls: new Map(), name: `p${named}` })
      else port.disconnect()
    },
    stateOf,
    startPicker,
    /** After a change of the pairing or of the choices: a new session, and pages that read by what holds now. */
    async renew(names: readonly string[]): Promise<void> {
      if (names.includes('pairing') || names.includes('choices')) {
        const before = connection
        connection = undefined
        ;(await before)?.stream.close()
        // panels open their talks anew with the next session
        heard({ kind: 'connection', state: 'lost' })
        if (readers.size + panels.size > 0) await connect()
      }
      for (const reader of readers) await setUp(reader)
      for (const panel of panels) await showState(panel)
    },
  }
}

function report(error: unknown): void {
  console.error(error)
}
