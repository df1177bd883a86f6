import { element } from '/element.js'
import { showAnswer } from '/show-answer.js'
import { WORDS } from '/words.js'

const $ = (id) => document.getElementById(id)
/** The talk so far, as the wire's messages. The page keeps it all and asks statelessly, so that typing can be tried out without being recorded. */
let messages = []
let language = ['zh', 'en', 'ko'].find((code) => navigator.language.startsWith(code)) ?? 'zh'
let running
let products = []
let slots = new Map()

const words = () => WORDS[language]
const show = (answer) => showAnswer(answer, { language, slots, pick })

/** Asks for suggestions, for the talk plus what is being typed; a newer question aborts the older one. */
async function ask() {
  const typed = $('text').value
  const talk = typed.trim() === '' ? messages : [...messages, { role: 'shopper', text: typed }]
  running?.abort()
  if (talk.length === 0) return show(undefined)
  running = new AbortController()
  const { signal } = running
  try {
    const response = await fetch('/v1/suggestions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        channel: $('channel').value,
        uiLocale: language,
        messages: talk.slice(-100),
        facts: facts(),
        agent: { id: 'demo', name: agentName() },
      }),
      signal,
    })
    const answer = await response.json()
    if (signal.aborted) return
    if (!response.ok) throw new Error(answer.error.message)
    $('notice').textContent = ''
    show(answer)
  } catch (error) {
    if (error.name !== 'AbortError')
      $('notice').textContent = error instanceof TypeError ? words().unreachable : error.message
  }
}

const agentName = () => ({ zh: '小满', en: 'Mia', ko: '미아' })[language]

function facts() {
  const out = {}
  if ($('product').value) out.product = { id: $('product').value }
  if ($('order').value) {
    const ago = (days) => new Date(Date.now() - days * 86_400_000).toISOString()
    out.order = {
      id: '202611220001',
      status: $('order').value,
      placedAt: ago(2),
      paidAt: ago(2),
      region: '浙江杭州',
      courier: '中通',
      trackingNo: '75312345678901',
      lines: [],
      total: 59,
    }
  }
  return out
}

function add(role, text) {
  messages = [...messages, { role, text }]
  $('log').append(element('li', { className: role, textContent: text }))
  $('log').scrollTop = $('log').scrollHeight
}

/** The shopper sends what is typed. */
function submit() {
  const text = $('text').value.trim()
  $('text').value = ''
  if (text !== '') add('shopper', text)
}

/** The agent sends a suggestion. What is still being typed comes first: it is what the suggestion answers. */
function pick(suggestion) {
  submit()
  add('agent', suggestion.text)
  ask()
}

function speak() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = words()[node.dataset.t]
  $('text').placeholder = words().type
  $('samples').replaceChildren(
    ...words().samples.map((text) => {
      const button = element('button', { type: 'button', textContent: text })
      button.addEventListener('click', () => {
        add('shopper', text)
        ask()
      })
      return button
    }),
  )
  nameProducts()
  ask()
}

function nameProducts() {
  const chosen = $('product').value
  const nameOf = ({ id, shortName }) => (typeof shortName === 'string' ? shortName : (shortName[language] ?? id))
  $('product').replaceChildren(
    element('option', { value: '', textContent: words().no_product }),
    ...products.map((product) => element('option', { value: product.id, textContent: nameOf(product) })),
  )
  $('product').value = chosen
}

/** What the page shows of the store; without it, it still suggests. */
async function readStore() {
  const read = async (path) => {
    const response = await fetch(path).catch(() => undefined)
    return response?.ok ? response.json() : undefined
  }
  const [goods, vocabulary] = await Promise.all([read('/v1/products?limit=200'), read('/v1/slots')])
  products = goods?.products ?? []
  slots = new Map(vocabulary?.slots.map(({ name, says }) => [name, says]))
  nameProducts()
}

$('text').addEventListener('input', ask)
$('shopper').addEventListener('submit', (event) => {
  event.preventDefault()
  submit()
  ask()
})
$('reset').addEventListener('click', () => {
  messages = []
  $('log').replaceChildren()
  $('text').value = ''
  ask()
})
for (const id of ['product', 'order', 'channel']) $(id).addEventListener('change', ask)
$('language').value = language
$('language').addEventListener('change', () => {
  language = $('language').value
  speak()
})
speak()
readStore()
$('text').focus()
