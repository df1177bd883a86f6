import { element } from '/element.js'
import { ACTIONS, FAMILIES } from '/names.js'
import { WORDS } from '/words.js'

const $ = (id) => document.getElementById(id)
/** Intents less likely than this are noise to a reader. */
const SHOWN_FROM = 0.01

/**
 * Draws an answer of `POST /v1/suggestions`, or the invitation to type when there is none. `slots` maps a slot's name to its
 * names by language; `pick` is called with the suggestion that was clicked.
 */
export function showAnswer(answer, { language, slots, pick }) {
  const words = WORDS[language]
  const slotName = (slot) => slots.get(slot)?.[language] ?? slot
  const items = answer?.suggestions.map((suggestion) => suggestionItem(suggestion, { language, pick })) ?? []
  if (items.length === 0)
    items.push(element('li', { className: 'none', textContent: answer ? words.no_suggestion : words.nothing }))
  $('suggestions').replaceChildren(...items)
  $('timing').textContent = answer ? `${words.took} ${answer.timings.totalMs.toFixed(2)} ms` : words.hint
  $('intents').replaceChildren(...intentItems(answer?.intents ?? [], language))
  $('slots').replaceChildren(...(answer?.entities ?? []).map((entity) => slotItem(entity, slotName)))
  $('state').replaceChildren(...stateItems(answer?.state, words, slotName))
}

/** One suggestion; `pick` is called with it when its words are clicked. */
export function suggestionItem(suggestion, { language, pick }) {
  const words = WORDS[language]
  const say = element('button', { className: 'say', type: 'button', textContent: suggestion.text })
  say.addEventListener('click', () => pick(suggestion))
  const why = element('div', { className: 'why' }, element('b', { textContent: words[suggestion.tier] }))
  for (const reason of suggestion.reasons.slice(0, 3)) why.append(element('span', { textContent: reason.says }))
  const item = element('li', { className: suggestion.tier }, say)
  if (suggestion.gloss) item.append(element('div', { className: 'gloss', textContent: suggestion.gloss }))
  item.append(why)
  for (const { action, copy } of suggestion.todo) {
    const what = ACTIONS[language][action] ?? action
    const textContent = `☐ ${words.todo}: ${what}${copy ? ` — ${copy}` : ''}`
    item.append(element('div', { className: 'todo', textContent }))
  }
  for (const { rule, says } of suggestion.warnings)
    item.append(element('div', { className: 'warn', textContent: `${rule} ${says}` }))
  return item
}

function intentItems(intents, language) {
  return intents
    .filter(({ confidence }, i) => i === 0 || confidence >= SHOWN_FROM)
    .slice(0, 5)
    .map(({ name, family, confidence }) =>
      element(
        'li',
        {},
        element(
          'span',
          {},
          FAMILIES[language][family] ?? family,
          ' ',
          element('small', { textContent: name.slice(family.length + 1) }),
        ),
        element('span', { textContent: `${Math.round(confidence * 100)}%` }),
        element('progress', { value: confidence, ariaHidden: 'true' }),
      ),
    )
}

/** What was written; a weight in another unit with the one it was turned into. */
function slotItem({ slot, value, unit, text }, slotName) {
  const read = unit === 'kg' && !text.includes(String(value)) ? ` → ${value} kg` : ''
  return element('li', { textContent: `${slotName(slot)} ${text}${read}`, title: String(value) })
}

function stateItems(state, words, slotName) {
  if (!state) return []
  const lines = [
    [words.stage, words[state.stage]],
    [words.mood, words[state.mood]],
  ]
  const [flow] = state.flows
  if (flow) lines.push([flow.name, flow.says])
  if (state.rung) lines.push([words.rung, state.rung])
  if (state.expects.length > 0) lines.push([words.expects, state.expects.map(slotName).join(' · ')])
  return lines.map(([name, value]) => element('li', { textContent: `${name}: ${value}` }))
}
