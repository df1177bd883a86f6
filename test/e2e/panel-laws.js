// Runs in the page: drives a panel by random switches, bursts and key presses on a clock of its own, and holds what it does against a model that knows
// nothing but what was on the screen.

const REACTION_MS = 400
const ONE_PRESS_MS = 500
const CONVERSATIONS = ['c0', 'c1', 'c2', 'c3'].map((conversationId) => ({ channel: 'web', conversationId }))

/** A generator of numbers 0 <= x < 1 that repeats (mulberry32). */
function random(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const state = { stage: 'presale', mood: 'calm', register: 'neutral', expects: [], types: [], flows: [], slots: {} }
const suggestionOf = (conversationId, turn, place) => {
  const text = `${conversationId}|${turn}|${place}`
  return {
    ...{
      id: `${conversationId}.${turn}.${place}`,
      scriptId: 's',
      intent: 'other',
      tier: place === 2 ? 'hold' : 'answer',
    },
    ...{ text, templateText: text, parts: [{ kind: 'text', text }], score: 1 },
    ...{ reasons: [], asks: [], missing: [], todo: [], warnings: [] },
  }
}

/** Runs so many random steps; counts what was inserted, refused and wrong. */
window.runLaws = async (seed, steps) => {
  const draw = random(seed)
  const pick = (list) => list[Math.floor(draw() * list.length)]
  let now = 10_000
  performance.now = () => now
  const box = document.querySelector('textarea')
  const panel = document.createElement('huashu-panel')
  panel.setAttribute('for', 'textarea')
  const source = window.fakeSource()
  panel.source = source
  let page = CONVERSATIONS[0]
  panel.identify = () => page
  panel.conversations = CONVERSATIONS
  panel.conversation = page
  document.body.append(panel)
  const drawn = () => new Promise((resolve) => queueMicrotask(() => queueMicrotask(resolve)))
  await drawn()

  const rows = () => [...panel.shadowRoot.querySelectorAll('.row .text')].map((row) => row.textContent)
  /** What was on the screen since when. */
  let history = [{ since: 0, rows: [] }]
  const held = new Set()
  let last
  let turn = 0
  const found = { inserted: 0, nothing: 0, wrong: [], reordered: 0, whileComposing: 0, held: 0, early: 0 }

  const at = (type, init, target) => {
    const event = type.startsWith('key')
      ? new KeyboardEvent(type, { bubbles: true, composed: true, cancelable: true, ...init })
      : type === 'click'
        ? new MouseEvent(type, { bubbles: true, composed: true, ...init })
        : new PointerEvent(type, {
            bubbles: !type.endsWith('enter') && !type.endsWith('leave'),
            composed: true,
            ...init,
          })
    Object.defineProperty(event, 'timeStamp', { value: now })
    target.dispatchEvent(event)
  }

  /** What pressing for this place must insert. */
  function expected(place) {
    const meant = history.findLast(({ since }) => since <= now - REACTION_MS)?.rows ?? []
    if (meant !== history.at(-1).rows) found.early += 1
    const text = meant[place]
    if (text === undefined || text.split('|')[0] !== page.conversationId) return ''
    if (last && last.text === text && now - last.at < ONE_PRESS_MS) return ''
    return text
  }

  function press(place, act) {
    const wanted = expected(place)
    box.value = ''
    act()
    if (box.value !== wanted)
      found.wrong.push(`${now}: place ${place} on ${page.conversationId}: "${box.value}", not "${wanted}"`)
    if (box.value === '') found.nothing += 1
    else {
      found.inserted += 1
      last = { text: box.value, at: now }
    }
  }

  const scroll = () => panel.shadowRoot.querySelector('.scroll')
  const steps_ = {
    wait() {
      now += Math.floor(draw() * 700)
    },
    burst() {
      const { conversationId } = draw() < 0.6 ? page : pick(CONVERSATIONS)
      const count = draw() < 0.3 ? 3 : 1
      for (let index = 0; index < count; index++) {
        turn += 1
        const suggestions = Array.from({ length: Math.floor(draw() * 6) }, (_, place) =>
          suggestionOf(conversationId, turn, place),
        )
        const turnId = `${conversationId}.${turn}`
        source.frame({
          ...{ type: 'suggestions.ready', conversationId, turnId, seq: turn, messageIds: [], because: 'message' },
          ...{ locale: 'zh', abstained: false, intents: [], entities: [], state, suggestions, timings: { totalMs: 1 } },
        })
        if (draw() < 0.2)
          source.frame({
            type: 'suggestions.stale',
            conversationId,
            turnId,
            seq: turn,
            because: pick(['agent_replied', 'event']),
          })
      }
    },
    switch() {
      page = pick(CONVERSATIONS)
      panel.conversation = page
    },
    // the page has turned, and nobody has told the panel yet
    turn() {
      page = pick(CONVERSATIONS)
    },
    key() {
      const place = Math.floor(draw() * 5)
      press(place, () => at('keydown', { code: `Digit${place + 1}`, altKey: true }, box))
    },
    click() {
      const numbers = panel.shadowRoot.querySelectorAll('.num')
      if (numbers.length === 0) return
      const place = Math.floor(draw() * numbers.length)
      press(place, () => {
        at('pointerdown', {}, numbers[place])
        at('click', { detail: 1 }, numbers[place])
        at('pointerup', {}, window)
        held.delete('down')
      })
    },
    composing() {
      box.value = ''
      const composing = draw() < 0.5 ? { isComposing: true } : { keyCode: 229 }
      at('keydown', { code: 'Digit1', altKey: true, ...composing }, box)
      if (box.value !== '') found.whileComposing += 1
    },
    repeat() {
      box.value = ''
      at('keydown', { code: 'Digit1', altKey: true, repeat: true }, box)
      if (box.value !== '') found.wrong.push(`${now}: a key that repeats`)
    },
    alt() {
      const isDown = held.has('alt')
      at(isDown ? 'keyup' : 'keydown', { key: 'Alt', code: 'AltLeft', altKey: !isDown }, box)
      if (isDown) held.delete('alt')
      else held.add('alt')
    },
    over() {
      const isOver = held.has('over')
      at(isOver ? 'pointerleave' : 'pointerenter', {}, scroll())
      if (isOver) held.delete('over')
      else held.add('over')
    },
    down() {
      const isDown = held.has('down')
      if (isDown) at('pointerup', {}, window)
      else at('pointerdown', {}, scroll())
      if (isDown) held.delete('down')
      else held.add('down')
    },
  }
  const names = [
    'wait',
    'wait',
    'burst',
    'burst',
    'burst',
    'key',
    'key',
    'key',
    'click',
    'switch',
    'turn',
    'composing',
    'repeat',
    'alt',
    'over',
    'down',
  ]
  for (let step = 0; step < steps; step++) {
    const before = rows()
    const heldBefore = held.size > 0
    steps_[pick(names)]()
    await drawn()
    const after = rows()
    const isSame = before.length === after.length && before.every((row, index) => row === after[index])
    if (heldBefore && held.size > 0) found.held += 1
    if (heldBefore && held.size > 0 && !isSame) found.reordered += 1
    if (!isSame) history = [...history.slice(-20), { since: now, rows: after }]
  }
  panel.remove()
  return found
}
