import { definePanel, type HuashuPanel, type InsertDetail, type Placed } from '../../ui/index.ts'
import { keyMapOf } from '../key-map.ts'
import type { KeyPress, PageState, ToPanel } from '../wire.ts'
import { type Words, wordsOf } from '../words.ts'
import { createPortSource } from './port-source.ts'
import { watchVisibility } from './seen-by-agent.ts'

/** How long a key press in the page vouches for an insertion: the panel acts on it at once. */
const KEY_MS = 1_000

let words: Words = wordsOf('en')
/** Insertions that the page has in hand: read back there before they count. */
const inserting = new Map<string, (placed: Placed) => void>()
let isSeen = false
let pressedAt = Number.NEGATIVE_INFINITY
let draft = ''
let wasIs: PageState['is'] | undefined
const note = document.querySelector<HTMLElement>('#note')!
const pick = document.querySelector<HTMLButtonElement>('#pick')!

definePanel()
const source = createPortSource({ type: 'attach' }, hear)
const panel = document.createElement('huashu-panel') as HuashuPanel
panel.source = source
panel.readDraft = () => draft
panel.hidden = true
document.querySelector('main')!.append(panel)

pick.addEventListener('click', ({ isTrusted }) => isTrusted && source.say({ type: 'pick' }))
watchVisibility((seen) => {
  isSeen = seen
})
panel.addEventListener('huashu-insert', (event) => {
  const { text, conversation, respondWith } = (event as CustomEvent<InsertDetail>).detail
  // what is no text the panel lays into the clipboard
  if (text === '') return
  let resolve: (placed: Placed) => void = () => undefined
  respondWith(
    new Promise((settle) => {
      resolve = settle
    }),
  )
  // a person's click or key, and nothing that the page could have made of one
  const isMeant = navigator.userActivation.isActive || performance.now() - pressedAt < KEY_MS
  if (!isMeant) return resolve('failed')
  if (!isSeen) {
    say(words.covered)
    return resolve('failed')
  }
  const insertId = crypto.randomUUID()
  inserting.set(insertId, resolve)
  source.say({ type: 'insert', insertId, conversationId: conversation.conversationId, text })
})
panel.addEventListener('huashu-select', (event) => {
  const { conversation } = (event as CustomEvent<Pick<InsertDetail, 'conversation'>>).detail
  source.say({ type: 'select', conversationId: conversation.conversationId })
})
if (window.top === window) followTabs()

function hear(said: ToPanel): void {
  if (said.type === 'page') showPage(said)
  else if (said.type === 'draft') draft = said.text
  else if (said.type === 'key') press(said.key)
  // a key that says nothing: the pointer was left where it lies
  else if (said.type === 'typed') window.dispatchEvent(new KeyboardEvent('keydown'))
  else if (said.type === 'inserted') {
    inserting.get(said.insertId)?.(said.outcome === 'inserted' ? 'inserted' : 'failed')
    inserting.delete(said.insertId)
    say(said.outcome === 'inserted' ? '' : said.outcome === 'refused' ? words.notTaken : words[said.outcome])
  }
}

function showPage({ state, talks, hotkeys, language }: ToPanel & { type: 'page' }): void {
  words = wordsOf(language)
  const lang = language === 'zh' ? 'zh-CN' : language
  document.documentElement.lang = lang
  panel.lang = lang
  panel.keys = keyMapOf(hotkeys)
  panel.hidden = state.is !== 'talk'
  pick.textContent = words.pick
  pick.hidden = state.is !== 'broken'
  panel.conversations = talks
  const { conversation } = panel
  if (state.is !== 'talk') panel.conversation = undefined
  else if (conversation?.conversationId !== state.conversationId)
    panel.conversation = { channel: state.channel, conversationId: state.conversationId }
  // what became of an insertion stays to be read
  if (state.is !== 'talk') say(words[state.is])
  else if (wasIs !== 'talk') say('')
  wasIs = state.is
}

/** A key that was pressed in the page, as if it had been pressed here: at the time it was pressed, which says what list it means, however long it was on its way. */
function press({ type, at, ...key }: KeyPress): void {
  pressedAt = performance.now()
  const event = new KeyboardEvent(type, { ...key, bubbles: true, cancelable: true })
  Object.defineProperty(event, 'timeStamp', { value: pressedAt - Math.max(0, Date.now() - at) })
  window.dispatchEvent(event)
}

function say(text: string): void {
  note.textContent = text
  note.hidden = text === ''
}

/** The side panel stands beside all tabs of a window and shows the talk of the one in front. */
function followTabs(): void {
  const attach = async () => {
    const [tab] = await chrome.tabs.query({ active: true, currentWindow: true })
    if (tab?.id !== undefined) source.say({ type: 'attach', tabId: tab.id })
  }
  chrome.tabs.onActivated.addListener(() => void attach())
  void attach()
}
