// What a walk through the extension is held against, written down where it happens, by the wall clock that all processes share. Each function runs in another one.

/** When an event happened. */
const when = ({ timeStamp }) => Date.now() - (performance.now() - timeStamp)

/** The place that a key of the panel's stands for, or NaN. */
const digitOf = ({ code }) => Number(/^Digit([1-5])$/.exec(code)?.[1]) - 1

/** In the worker: suggestions say whose they are, of which turn and in which place, instead of what they said. */
globalThis.nameSuggestions = () => {
  const named = (data) => {
    const frame = JSON.parse(data)
    if (frame.type !== 'suggestions.ready') return data
    const whose = frame.conversationId.split('/')[1]
    const suggestions = frame.suggestions.map((suggestion, place) => {
      const text = `${whose}|${frame.turnId}|${place}`
      const nothing = { warnings: [], asks: [], missing: [], todo: [] }
      return { ...suggestion, ...nothing, text, templateText: text, parts: [{ kind: 'text', text }] }
    })
    return JSON.stringify({ ...frame, suggestions })
  }
  WebSocket.prototype.addEventListener = function (type, listener) {
    const told = type === 'message' ? ({ data }) => listener({ data: named(data) }) : listener
    EventTarget.prototype.addEventListener.call(this, type, told)
  }
}

/** In the page: which keys were pressed, and what came into the reply box while which talk was shown. */
globalThis.watchPage = () => {
  globalThis.presses = []
  globalThis.landed = []
  const box = document.querySelector('textarea')
  let isComposing = false
  box.addEventListener('compositionstart', () => {
    isComposing = true
  })
  box.addEventListener('compositionend', () => {
    isComposing = false
  })
  const press = (event) => {
    const place = digitOf(event)
    if (event.isTrusted && event.altKey && place >= 0) presses.push({ at: when(event), place, isComposing })
  }
  // before the reader, which keeps its keys from the page
  window.addEventListener('keydown', press, { capture: true })
  box.addEventListener('input', ({ data }) => {
    const [whose, , place] = data?.trim().split('|') ?? []
    if (place === undefined) return
    landed.push({
      at: Date.now(),
      text: data.trim(),
      place: Number(place),
      whose,
      shown: document.querySelector('#name').textContent,
    })
  })
}

/** In the panel's frame: which lists stood there since when, which keys and clicks it got itself, and whether anything moved while it was held. */
globalThis.watchPanel = () => {
  globalThis.presses = []
  globalThis.paints = [{ since: 0, rows: [] }]
  globalThis.moved = []
  globalThis.heldOff = 0
  const panel = document.querySelector('huashu-panel')
  const root = panel.shadowRoot
  /** What holds the list, and since which moment: let go of and taken again is not held. */
  const held = new Map()
  const hold = (holder) => held.set(holder, Symbol())
  const rows = () => [...root.querySelectorAll('.row .text')].map(({ textContent }) => textContent)
  const press = (event, place) => event.isTrusted && presses.push({ at: when(event), place, isComposing: false })
  const on = (target, type, listener) => target.addEventListener(type, listener, { capture: true })
  // Alt counts when the reader has told of it, too
  on(window, 'keydown', (event) => {
    if (event.key === 'Alt') hold('alt')
    if (!event.altKey) held.delete('over')
    const place = digitOf(event)
    if (event.altKey && place >= 0) press(event, place)
  })
  on(window, 'keyup', ({ key }) => key === 'Alt' && held.delete('alt'))
  on(window, 'blur', () => {
    held.delete('alt')
    held.delete('down')
  })
  on(window, 'pointerdown', (event) => {
    const row = event
      .composedPath()
      .find((element) => element.matches?.('.num, .text'))
      ?.closest('.row')
    if (row) press(event, [...root.querySelectorAll('.row')].indexOf(row))
  })
  for (const end of ['pointerup', 'pointercancel']) on(window, end, () => held.delete('down'))
  const scroll = root.querySelector('.scroll')
  scroll.addEventListener('pointerdown', () => hold('down'))
  scroll.addEventListener('pointerenter', () => hold('over'))
  scroll.addEventListener('pointerleave', () => held.delete('over'))
  panel.source.listen(({ frame }) => {
    if (frame?.type === 'suggestions.ready' && held.size > 0) heldOff += 1
  })
  const look = () => {
    const now = rows()
    const before = paints.at(-1).rows
    if (now.length === before.length && now.every((row, index) => row === before[index])) return
    paints.push({ since: Date.now(), rows: now })
    const holders = [...held]
    // what lets go of it and draws does so before this file hears of the same event
    setTimeout(() => {
      const still = holders.flatMap(([holder, since]) => (held.get(holder) === since ? holder : []))
      if (still.length > 0) moved.push({ at: Date.now(), still, before, now })
    })
  }
  look()
  new MutationObserver(look).observe(root, { childList: true, subtree: true, characterData: true })
}
