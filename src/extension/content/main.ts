import { textIn } from '../editors/cursor.ts'
import { editableIn, insertText } from '../editors/insert-text.ts'
import { keyMapOf } from '../key-map.ts'
import { startPicker } from '../picker/picker.ts'
import { type FromContent, type KeyPress, type Outcome, PORTS, type ToContent } from '../wire.ts'
import { type Words, wordsOf } from '../words.ts'
import { type Following, followChat } from './follow-chat.ts'
import { listenForKeys } from './hotkeys.ts'
import { mountPanel, type PanelFrame } from './panel-frame.ts'
import { conversationOf, replyBoxOf } from './read-page.ts'

declare global {
  /** There while a reader is at work in this frame: a second one of the same version is not needed. */
  var huashuReader: true | undefined
}

/** Said by a reader that starts, and heard by one whose extension was updated away beneath it. A page that says it, too, moves nobody. */
const NEWER = 'huashu-newer-reader'
const AGAIN_MS = 300

if (!globalThis.huashuReader && chrome.runtime?.id) {
  globalThis.huashuReader = true
  document.dispatchEvent(new CustomEvent(NEWER))
  read()
}

function read(): void {
  let port: chrome.runtime.Port | undefined
  let following: Following | undefined
  /** The descriptions it goes by. */
  let readBy = ''
  let panel: PanelFrame | undefined
  let stopKeys: (() => void) | undefined
  let words: Words = wordsOf('en')
  /** An order to insert is carried out once, whoever repeats it. */
  const done = new Set<string>()
  let inserting: Promise<unknown> = Promise.resolve()

  function connect(): void {
    port = chrome.runtime.connect({ name: PORTS.content })
    port.onMessage.addListener(hear)
    port.onDisconnect.addListener(() => {
      port = undefined
      // the worker fell asleep and wakes for the next port, or this extension is no more
      if (chrome.runtime?.id) setTimeout(() => (chrome.runtime?.id ? connect() : leave()), AGAIN_MS)
      else leave()
    })
  }

  function say(said: FromContent): void {
    if (said.type === 'state') showPanel(said.state.is !== 'idle' && said.state.is !== 'unknown')
    try {
      port?.postMessage(said)
    } catch {
      // the port is going: what the page shows is told anew to the next one
    }
  }

  function hear(heard: ToContent): void {
    if (heard.type === 'setup') setUp(heard)
    else if (heard.type === 'pick') void pick()
    else if (heard.type === 'insert') {
      if (done.has(heard.insertId)) return
      done.add(heard.insertId)
      inserting = inserting.then(async () => {
        const outcome = await insert(heard).catch((): Outcome => 'refused')
        say({ type: 'inserted', insertId: heard.insertId, outcome })
      })
    }
  }

  function setUp({ sites, hotkeys, language }: ToContent & { type: 'setup' }): void {
    words = wordsOf(language)
    panel?.speak(words)
    const told = JSON.stringify(sites)
    if (following && told === readBy) following.tellAgain()
    else {
      following?.stop()
      readBy = told
      following = followChat(sites, document, say)
    }
    stopKeys?.()
    const keys = keyMapOf(hotkeys)
    const listener = { pressed, typed: () => say({ type: 'typed' }) }
    const stops = [document, ...frames()].map((page) => listenForKeys(page, keys, listener))
    stopKeys = () => stops.forEach((stop) => void stop())
  }

  function pressed(key: KeyPress): void {
    say({ type: 'key', key })
  }

  /** What the agent has written, when the keyboard goes to the panel: for keeping it as a script. */
  function tellDraft(): void {
    const box = following?.site && replyBoxOf(following.site, document)
    const editable = box && editableIn(box)
    if (editable) say({ type: 'draft', text: textIn(editable).slice(0, 5_000) })
  }

  async function insert({ conversationId, text }: ToContent & { type: 'insert' }): Promise<Outcome> {
    const site = following?.site
    // read off the page at this moment: what was known a moment ago may be another shopper's
    const isStill = () => site !== undefined && conversationOf(site, document) === conversationId
    if (!site || !isStill()) return 'moved'
    const box = replyBoxOf(site, document)
    if (!box) return 'absent'
    const outcome = await insertText(box, text, isStill)
    return outcome === 'refused' && !isStill() ? 'moved' : outcome
  }

  /** One per tab, in the frame that shows the chat; small frames have no room for it. */
  function showPanel(isShown: boolean): void {
    if (isShown && !panel && window.innerWidth >= 300) panel = mountPanel(document, words)
    else if (!isShown && panel) {
      panel.remove()
      panel = undefined
    }
  }

  async function pick(): Promise<void> {
    if (window !== window.top) return
    const site = await startPicker(document, words)
    if (site) say({ type: 'picked', site })
  }

  function leave(): void {
    following?.stop()
    stopKeys?.()
    panel?.sayGone(words)
    globalThis.huashuReader = undefined
  }

  window.addEventListener('blur', tellDraft)
  document.addEventListener(NEWER, () => {
    if (chrome.runtime?.id) return
    leave()
    panel?.remove()
  })
  connect()
}

/** Frames of this origin without an address of their own, in which rich editors live: no content script of theirs hears the keys. */
function frames(): Document[] {
  return [...document.querySelectorAll('iframe')].flatMap((frame) => {
    try {
      const inside = frame.contentDocument
      return inside?.URL.startsWith('about:') ? [inside] : []
    } catch {
      return []
    }
  })
}
