import type { Outcome, ToPanel } from '../wire.ts'
import { type Words, wordsOf } from '../words.ts'
import { type PanelElement, PlaceholderPanel } from './placeholder-panel.ts'
import { createPortSource } from './port-source.ts'
import { watchVisibility } from './seen-by-agent.ts'

/** How long a key press in the page vouches for an insertion: the panel acts on it at once. */
const KEY_MS = 1_000

customElements.define('huashu-panel', PlaceholderPanel)

let words: Words = wordsOf('en')
let isSeen = false
let pressedAt = Number.NEGATIVE_INFINITY
const note = document.querySelector<HTMLElement>('#note')!
const pick = document.querySelector<HTMLButtonElement>('#pick')!
const panel = document.createElement('huashu-panel') as PlaceholderPanel & PanelElement
const source = createPortSource({ type: 'attach' }, hear)
panel.source = source
document.querySelector('main')!.append(panel)

source.listen((heard) => {
  if (heard.kind === 'connection') say(heard.state === 'ready' ? '' : words[heard.state])
})
pick.addEventListener('click', ({ isTrusted }) => isTrusted && source.say({ type: 'pick' }))
watchVisibility((seen) => {
  isSeen = seen
})
panel.addEventListener('huashu-insert', (event) => {
  event.preventDefault()
  const { text, part, conversation } = (event as CustomEvent<Insertion>).detail
  // a person's click or key, and nothing that the page could have made of one
  const isMeant = navigator.userActivation.isActive || performance.now() - pressedAt < KEY_MS
  if (!isMeant || !conversation) return
  if (!isSeen) {
    say(words.covered)
    return
  }
  const draft = typeof part === 'object' ? (part.text ?? text) : text
  source.say({
    type: 'insert',
    insertId: crypto.randomUUID(),
    conversationId: conversation.conversationId,
    text: draft,
  })
})
if (window.top === window) followTabs()

interface Insertion {
  readonly text: string
  readonly part?: { readonly text?: string }
  readonly conversation?: { readonly conversationId: string }
}

function hear(said: ToPanel): void {
  if (said.type === 'inserted') say(outcomeSaid(said.outcome))
  else if (said.type === 'key') {
    pressedAt = performance.now()
    panel.take(said.index)
  } else if (said.type === 'page') {
    const { state, language } = said
    words = wordsOf(language)
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : language
    panel.hidden = state.is !== 'talk'
    pick.textContent = words.pick
    pick.hidden = state.is !== 'broken'
    panel.conversation =
      state.is === 'talk' ? { channel: state.channel, conversationId: state.conversationId } : undefined
    say(state.is === 'talk' ? '' : words[state.is])
  }
}

function outcomeSaid(outcome: Outcome): string {
  return outcome === 'refused' ? words.notTaken : words[outcome]
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
