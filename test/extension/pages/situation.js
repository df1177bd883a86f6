// A chat page that a test drives through `window.chat`; which editor it has and how it draws its list stand in the address.
import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $getRoot, createEditor } from 'lexical'
import { baseKeymap } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { schema } from 'prosemirror-schema-basic'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import Quill from 'quill'

const query = new URLSearchParams(location.search)
const talks = { 小红: [['theirs', '在吗']], 小明: [['theirs', '你好']] }
let current = '小红'
const sent = []
let read = () => ''
let ids = 0
const nextId = () => {
  ids += 1
  return `m${ids}`
}
const list = () => document.querySelector('#list') ?? document.querySelector('#host').shadowRoot.querySelector('#list')

function draw() {
  document.querySelector('#name').textContent = current
  const rows = talks[current].map(([side, text, id]) => {
    const row = document.createElement('div')
    row.className = `row ${side}`
    if (query.has('ids')) row.dataset.id = id
    const bubble = document.createElement('span')
    bubble.className = 'bubble'
    bubble.textContent = text
    row.append(bubble)
    return row
  })
  // a virtual list holds only the end of it
  list().replaceChildren(...(query.has('virtual') ? rows.slice(-4) : rows))
}

for (const talk of Object.values(talks)) for (const line of talk) line.push(nextId())

// steps of one keystroke: what belongs to one step of undo is each editor's own affair, and depends on the time between
const EDITORS = {
  textarea: (place) => place.append(document.createElement('textarea')),
  contenteditable(place) {
    const box = document.createElement('div')
    box.contentEditable = 'true'
    place.append(box)
  },
  lexical(place) {
    const box = document.createElement('div')
    box.contentEditable = 'true'
    place.append(box)
    const editor = createEditor({
      onError: (error) => {
        throw error
      },
    })
    registerRichText(editor)
    registerHistory(editor, createEmptyHistoryState(), 300)
    editor.setRootElement(box)
    editor.update(() => {
      if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode())
    })
  },
  prosemirror(place) {
    const plugins = [history({ newGroupDelay: 1 }), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap)]
    new EditorView(place, { state: EditorState.create({ schema, plugins }) })
  },
  quill: (place) => new Quill(place.appendChild(document.createElement('div')), { modules: { history: { delay: 0 } } }),
  iframe(place) {
    const frame = document.createElement('iframe')
    frame.srcdoc = '<body contenteditable="true" style="min-height:60px"></body>'
    place.append(frame)
  },
  shadow(place) {
    const host = document.createElement('div')
    host.id = 'composer'
    const box = document.createElement('textarea')
    box.style.cssText = 'width:100%;height:76px'
    host.attachShadow({ mode: 'closed' }).append(box)
    place.append(host)
    // the test cannot look into it otherwise
    read = () => box.value
  },
  shadowlist(place) {
    const host = document.createElement('div')
    host.id = 'host'
    host.attachShadow({ mode: 'open' }).append(document.querySelector('#list'))
    document.querySelector('main').prepend(host)
    EDITORS.textarea(place)
  },
}

EDITORS[query.get('editor') ?? 'textarea'](document.querySelector('#editor'))
document.querySelector('#send').addEventListener('click', () => sent.push('clicked'))
document.addEventListener('keydown', ({ key }) => key === 'Enter' && sent.push('entered'), true)
draw()

window.chat = {
  sent,
  read: () => read(),
  say(side, text, to = current, id = nextId()) {
    talks[to].push([side, text, id])
    draw()
  },
  draw,
  edit(text) {
    talks[current].at(-1)[1] = text
    draw()
  },
  older(...lines) {
    talks[current].unshift(...lines.map((text) => ['theirs', text, nextId()]))
    draw()
  },
  /** The name changes first, the list a moment later, as slow pages do; with a shopper who is new nothing was said yet. */
  async switchTo(name, afterMs = 0) {
    talks[name] ??= []
    current = name
    document.querySelector('#name').textContent = name
    if (afterMs) await new Promise((resolve) => setTimeout(resolve, afterMs))
    draw()
  },
}
