import { copyText } from '/copy-text.js'
import { element } from '/element.js'
import { liveAnswers } from '/live-answers.js'
import { suggestionItem } from '/show-answer.js'
import { WORDS } from '/words.js'

const $ = (id) => document.getElementById(id)
const { store, channel, origin } = JSON.parse(document.documentElement.dataset.frame)
const language = ['zh', 'en', 'ko'].find((code) => navigator.language.startsWith(code)) ?? 'zh'
const words = WORDS[language]
/** Where the browser keeps what pairing gave it, per store. */
const TOKEN = `huashu-token-${store}`
/** Whom Chatwoot shows this page to, and beside which conversation. */
let agent
let conversationId
let token = remembered()
let isConnecting = false

const live = liveAnswers({ hello, refused: askToPair, ready: open, answer: show, stale: clear, failed, lost })

/** What the host says counts only when it is the host we know; it speaks JSON in a string. */
addEventListener('message', ({ origin: from, source, data }) => {
  if (from !== origin || source !== parent || typeof data !== 'string') return
  const context = contextOf(data)
  if (!context) return
  agent = context.agent
  if (context.conversationId === conversationId) return
  conversationId = context.conversationId
  clear({})
  if (isConnecting) return open()
  isConnecting = true
  live.connect()
})

function contextOf(data) {
  try {
    const { event, data: context } = JSON.parse(data)
    const id = context?.conversation?.id
    if (event !== 'appContext' || !Number.isSafeInteger(id)) return undefined
    const { id: agentId, name } = context.currentAgent ?? {}
    return {
      conversationId: String(id),
      agent: { id: String(agentId ?? 'chatwoot'), name: String(name ?? '').slice(0, 80) },
    }
  } catch {
    return undefined
  }
}

/** A ticket for who was paired; without pairing the service decides whether it serves this machine openly. */
async function hello() {
  const fields = { agent, client: { name: 'chatwoot-app', version: '1' }, uiLocale: language }
  if (!token) return fields
  const response = await post('/v1/tickets', { agent }, { authorization: `Bearer ${token}` })
  if (response.status === 401) {
    keep(undefined)
    return fields
  }
  if (!response.ok) throw new Error(`HTTP ${response.status}`)
  return { ...fields, ticket: (await response.json()).ticket }
}

const post = (url, body, headers = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })

function open() {
  $('notice').textContent = ''
  live.send({ type: 'conversation.open', store, channel, conversationId })
}

function show(answer) {
  if (answer.conversationId !== conversationId) return
  const items = answer.suggestions.map((suggestion, position) => {
    const item = suggestionItem(suggestion, { language, pick: () => copy(answer.turnId, suggestion, position, item) })
    item.querySelector('.say').dataset.copy = words.copy
    return item
  })
  $('suggestions').replaceChildren(...(items.length > 0 ? items : [none(words.no_suggestion)]))
}

function clear({ conversationId: of = conversationId }) {
  if (of === conversationId) $('suggestions').replaceChildren(none(words.app_waiting))
}

const none = (textContent) => element('li', { className: 'none', textContent })

async function copy(turnId, { id: suggestionId, text }, position, item) {
  const isCopied = await copyText(text)
  item.querySelector('.say').dataset.copy = isCopied ? words.copied : words.not_copied
  if (!isCopied) return
  const at = new Date().toISOString()
  const eventId = `${suggestionId}.copied.${Date.parse(at)}`
  live.send({ type: 'feedback.add', eventId, turnId, suggestionId, position, action: 'copied', at })
}

function failed({ message }) {
  $('notice').textContent = message
}

function lost() {
  $('notice').textContent = words.unreachable
}

function askToPair() {
  $('pairing').hidden = false
  $('suggestions').replaceChildren()
}

$('pairing').addEventListener('submit', async (event) => {
  event.preventDefault()
  const response = await post('/v1/pairing/claim', { code: $('code').value, agent }).catch(() => undefined)
  if (!response?.ok) {
    $('notice').textContent = response ? words.pair_failed : words.unreachable
    return
  }
  keep((await response.json()).token)
  $('pairing').hidden = true
  live.connect()
})

/** A browser that keeps nothing for frames has to be paired anew each time. */
function remembered() {
  try {
    return localStorage.getItem(TOKEN) ?? undefined
  } catch {
    return undefined
  }
}

function keep(value) {
  token = value
  try {
    if (value) localStorage.setItem(TOKEN, value)
    else localStorage.removeItem(TOKEN)
  } catch {
    // nothing is kept
  }
}

document.documentElement.lang = language === 'zh' ? 'zh-CN' : language
for (const node of document.querySelectorAll('[data-t]')) node.textContent = words[node.dataset.t]
clear({})
if (parent !== window) parent.postMessage('chatwoot-dashboard-app:fetch-info', origin)
