import { WORDS } from '/words.js'

const $ = (id) => document.getElementById(id)
/** The talk so far, as the wire's messages. The page keeps it all and asks statelessly, so that typing can be tried out without being recorded. */
let messages = []
let language = ['zh', 'en', 'ko'].find((code) => navigator.language.startsWith(code)) ?? 'zh'
let running

const words = () => WORDS[language]
const element = (tag, properties = {}, ...children) => {
  const node = Object.assign(document.createElement(tag), properties)
  node.append(...children)
  return node
}

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

function show(answer) {
  $('suggestions').replaceChildren(...(answer?.suggestions.map(suggestionItem) ?? []))
  if (!answer) $('suggestions').replaceChildren(element('li', { textContent: words().nothing }))
  $('timing').textContent = answer ? `${words().took} ${answer.timings.totalMs.toFixed(2)} ms` : words().hint
  $('intents').replaceChildren(
    ...(answer?.intents
      .slice(0, 5)
      .map((intent) =>
        element(
          'li',
          {},
          element('span', { textContent: intent.name }),
          element('span', { textContent: `${Math.round(intent.confidence * 100)}%` }),
          element('meter', { value: intent.confidence }),
        ),
      ) ?? []),
  )
  $('slots').replaceChildren(
    ...(answer?.entities.map((entity) =>
      element('li', { textContent: `${entity.slot} ${entity.value}${entity.unit ?? ''}`, title: entity.text }),
    ) ?? []),
  )
  const state = answer?.state
  const lines = state
    ? [
        [words().stage, words()[state.stage]],
        [words().mood, words()[state.mood]],
        ...(state.rung ? [[words().rung, state.rung]] : []),
        ...(state.expects.length > 0 ? [[words().expects, state.expects.join(' ')]] : []),
      ]
    : []
  $('state').replaceChildren(...lines.map(([name, value]) => element('li', { textContent: `${name}: ${value}` })))
}

function suggestionItem(suggestion) {
  const say = element('button', { className: 'say', type: 'button', textContent: suggestion.text })
  say.addEventListener('click', () => add('agent', suggestion.text))
  const why = element('div', { className: 'why' }, element('b', { textContent: words()[suggestion.tier] }))
  for (const reason of suggestion.reasons.slice(0, 3)) why.append(element('span', { textContent: reason.says }))
  const item = element('li', { className: suggestion.tier }, say, why)
  for (const todo of suggestion.todo)
    item.append(
      element('div', {
        className: 'todo',
        textContent: `☐ ${words().todo}: ${todo.action}${todo.copy ? ` — ${todo.copy}` : ''}`,
      }),
    )
  for (const warning of suggestion.warnings)
    item.append(element('div', { className: 'warn', textContent: `${warning.rule} ${warning.says}` }))
  return item
}

function add(role, text) {
  messages = [...messages, { role, text }]
  $('log').append(element('li', { className: role, textContent: text }))
  $('log').scrollTop = $('log').scrollHeight
  if (role === 'shopper') $('text').value = ''
  ask()
}

function speak() {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : language
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = words()[node.dataset.t]
  $('text').placeholder = words().type
  $('product').options[0].textContent = words().no_product
  $('samples').replaceChildren(
    ...words().samples.map((text) => {
      const button = element('button', { type: 'button', textContent: text })
      button.addEventListener('click', () => add('shopper', text))
      return button
    }),
  )
  ask()
}

async function listProducts() {
  const response = await fetch('/v1/products?limit=200').catch(() => undefined)
  if (!response?.ok) return
  const { products } = await response.json()
  for (const product of products)
    $('product').append(element('option', { value: product.id, textContent: product.shortName }))
}

$('text').addEventListener('input', ask)
$('shopper').addEventListener('submit', (event) => {
  event.preventDefault()
  if ($('text').value.trim() !== '') add('shopper', $('text').value.trim())
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
listProducts()
$('text').focus()
