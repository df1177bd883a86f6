import { type ClientFrame, LIMITS } from '../../protocol/index.ts'
import type { Heard } from '../../ui/index.ts'
import { type FromContent, type FromPanel, type PageState, PORTS, type ToPanel } from '../wire.ts'
import { languageOf } from '../words.ts'
import { type Answers, createAnswers } from './answers.ts'
import { type Connection, createConnection } from './connection.ts'
import { checkedState, frameOf, type OpenFrame, ownsTalk, pickedSite, type Reader, readerOf, tell } from './readers.ts'
import { callForPanel, ServiceError } from './service.ts'
import { settings } from './settings.ts'
import { sitesFor } from './sites.ts'

interface Panel {
  readonly port: chrome.runtime.Port
  tabId: number | undefined
  readonly calls: Map<number, AbortController>
  /** Told apart in the ids of frames: two panels may count alike. */
  readonly name: string
}

/** Passes on what readers of pages, panels and the service have to say to each other. Readers hear drafts for their own talk, and nothing of the service. */
export function createRelay() {
  const readers = new Set<Reader>()
  const panels = new Set<Panel>()
  const answers: Answers = createAnswers()
  /** Which panel waits for the outcome of an insertion. */
  const inserting = new Map<string, Panel>()
  let connection: Promise<Connection | undefined> | undefined
  let named = 0

  const talks = () => [...readers].flatMap((reader) => [...reader.talks.values()])

  function connect(): Promise<Connection | undefined> {
    connection ??= (async () => {
      const pairing = await settings.pairing()
      if (!pairing) {
        heard({ kind: 'connection', state: 'refused' })
        return undefined
      }
      const uiLocale = languageOf((await settings.choices()).language)
      return createConnection({ pairing, uiLocale, version: chrome.runtime.getManifest().version, talks, heard })
    })()
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
    if (asker) say(asker, { type: 'heard', heard: { kind: 'frame', frame: { ...frame, re } } })
  }

  async function send(frame: ClientFrame): Promise<void> {
    const open = await connect()
    open?.send(frame)
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
      const there = [...panels].filter(({ tabId }) => tabId === reader.tabId)
      const panel = there.find(({ port }) => port.sender?.tab) ?? there[0]
      if (panel) say(panel, { type: 'key', index: said.index })
    } else if (said.type === 'picked') {
      const site = pickedSite(reader, said.site)
      if (site) await settings.write({ picked: { ...(await settings.picked()), [reader.host]: site } })
    } else {
      const frame = frameOf(reader, said)
      if (!frame) return
      if (frame.type === 'conversation.open') {
        const { history: _, ...rest } = frame
        reader.talks.set(frame.conversationId, rest)
        if (reader.talks.size > LIMITS.messages) leaveOldest(reader)
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
      panel.tabId = panel.port.sender?.tab?.id ?? said.tabId
      await showState(panel)
      const open = await connect()
      if (open) say(panel, { type: 'heard', heard: { kind: 'connection', state: open.state } })
      for (const frame of answers.all()) say(panel, { type: 'heard', heard: { kind: 'frame', frame } })
    } else if (said.type === 'frame') {
      const { id } = said.frame
      await send(id === undefined ? said.frame : { ...said.frame, id: `${panel.name}|${id}` })
    } else if (said.type === 'request') await request(panel, said)
    else if (said.type === 'abort') panel.calls.get(said.requestId)?.abort()
    else if (said.type === 'insert') insert(panel, said)
    else if (said.type === 'pick') startPicker(panel.tabId)
  }

  async function request(panel: Panel, said: FromPanel & { type: 'request' }): Promise<void> {
    const call = new AbortController()
    const { requestId, path, method, body } = said
    panel.calls.set(requestId, call)
    try {
      const pairing = await settings.pairing()
      if (!pairing) throw new ServiceError('unauthorized', 'not paired')
      const answer = await callForPanel(pairing, { path, method, body, signal: call.signal })
      say(panel, { type: 'answer', requestId, body: answer })
    } catch (error) {
      const { code = 'internal', message } = error as Partial<ServiceError> & Error
      say(panel, { type: 'failure', requestId, code: String(code), message })
    } finally {
      panel.calls.delete(requestId)
    }
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

  function stateOf(tabId: number | undefined): PageState {
    const states = [...readers].filter((reader) => reader.tabId === tabId).map(({ state }) => state)
    const best = (['talk', 'broken', 'idle'] as const).flatMap((is) => states.find((state) => state.is === is) ?? [])
    return best[0] ?? { is: 'unknown' }
  }

  async function showState(panel: Panel): Promise<void> {
    const { hotkeys, language } = await settings.choices()
    say(panel, { type: 'page', state: stateOf(panel.tabId), hotkeys, language: languageOf(language) })
  }

  function showPage(tabId: number): void {
    for (const panel of panels) if (panel.tabId === tabId) void showState(panel).catch(report)
  }

  return {
    /** Takes a port in at once: what is said on it before its listeners stand is lost. */
    accept(port: chrome.runtime.Port): void {
      const isOurs = port.sender?.id === chrome.runtime.id
      const isPage = port.sender?.url?.startsWith(chrome.runtime.getURL('')) || isOwnFrame(port)
      const reader = isOurs && port.name === PORTS.content ? readerOf(port) : undefined
      named += 1
      if (reader) addReader(reader)
      else if (isOurs && isPage && port.name === PORTS.panel)
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
        ;(await before)?.stop()
        if (readers.size + panels.size > 0) await connect()
      }
      for (const reader of readers) await setUp(reader)
      for (const panel of panels) await showState(panel)
    },
  }
}

/** A panel in a page's frame stands at an address that Chrome makes up anew for each session; its origin is ours all the same. */
function isOwnFrame({ sender }: chrome.runtime.Port): boolean {
  return sender?.origin === chrome.runtime.getURL('').replace(/\/$/, '')
}

function say(panel: Panel, message: ToPanel): void {
  panel.port.postMessage(message)
}

function report(error: unknown): void {
  console.error(error)
}
