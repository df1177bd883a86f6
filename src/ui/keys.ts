/** What keys may do anywhere on the page. */
export type KeyAct =
  | { readonly act: 'insert' | 'copy'; readonly place: number }
  | { readonly act: 'hold' | 'search' | 'panel' | 'fix' }

/** One entry per act; `{n}` in `insert` and `copy` stands for the digits 1 to 5. An empty text switches the act off. */
export interface KeyMap {
  readonly insert: string
  readonly copy: string
  readonly hold: string
  readonly search: string
  readonly panel: string
  readonly fix: string
}

export const DEFAULT_KEYS: KeyMap = {
  insert: 'Alt+{n}',
  copy: 'Alt+Shift+{n}',
  hold: 'Alt+0',
  search: 'Alt+Slash',
  panel: 'Alt+ArrowDown',
  fix: 'Alt+KeyF',
}

/** The part of a `KeyboardEvent` that counts. `code` is the place on the keyboard: with Alt held, `key` differs by system. */
export interface Pressed {
  readonly code: string
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly repeat: boolean
  readonly isComposing: boolean
  readonly keyCode: number
}

/** A key that belongs to an input method, which says so in one of two ways. */
const COMPOSING = 229

/** Whether an input method is at work on this key. */
export const isComposing = (key: Pick<Pressed, 'isComposing' | 'keyCode'>): boolean =>
  key.isComposing || key.keyCode === COMPOSING

/** What a key does; undefined for a key that is none of ours, that repeats, or that an input method takes. */
export function keyAct(pressed: Pressed, keys: KeyMap = DEFAULT_KEYS): KeyAct | undefined {
  if (isComposing(pressed) || pressed.repeat) return undefined
  const combination = combinationOf(pressed)
  const digit = /^(?:Digit|Numpad)([1-5])$/.exec(pressed.code)?.[1]
  if (digit !== undefined) {
    const place = Number(digit) - 1
    const numbered = combination.replace(pressed.code, '{n}')
    if (numbered === keys.insert) return { act: 'insert', place }
    if (numbered === keys.copy) return { act: 'copy', place }
  }
  const zero = combination.replace(/(?:Digit|Numpad)0$/, '0')
  for (const act of ['hold', 'search', 'panel', 'fix'] as const)
    if (keys[act] !== '' && (keys[act] === combination || keys[act] === zero)) return { act }
  return undefined
}

function combinationOf({ altKey, ctrlKey, metaKey, shiftKey, code }: Pressed): string {
  return [ctrlKey && 'Ctrl', metaKey && 'Meta', altKey && 'Alt', shiftKey && 'Shift', code].filter(Boolean).join('+')
}

/** What stands on a key, for people: `Alt+{n}` of place 0 is `Alt+1`. */
export function keyLabel(combination: string, place?: number): string {
  return combination
    .replace('{n}', String((place ?? 0) + 1))
    .replace(/\b(?:Key|Digit)(?=\w)/, '')
    .replace('Slash', '/')
    .replace('ArrowDown', '↓')
    .replace('ArrowUp', '↑')
}
