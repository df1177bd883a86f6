import { describe, expect, test } from 'vitest'
import { DEFAULT_KEYS, keyAct, keyLabel, type Pressed } from '../../src/ui/keys.ts'

const press = (code: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ code, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false },
  ...{ repeat: false, isComposing: false, keyCode: 0, ...more },
})

describe('keys', () => {
  test('insert and copy by number, wherever the number stands', () => {
    expect(keyAct(press('Digit1'))).toEqual({ act: 'insert', place: 0 })
    expect(keyAct(press('Numpad5'))).toEqual({ act: 'insert', place: 4 })
    expect(keyAct(press('Digit2', { shiftKey: true }))).toEqual({ act: 'copy', place: 1 })
    expect(keyAct(press('Digit6'))).toBeUndefined()
  })

  test('hold, search, panel, fix', () => {
    expect(keyAct(press('Digit0'))).toEqual({ act: 'hold' })
    expect(keyAct(press('Slash'))).toEqual({ act: 'search' })
    expect(keyAct(press('ArrowDown'))).toEqual({ act: 'panel' })
    expect(keyAct(press('KeyF'))).toEqual({ act: 'fix' })
  })

  test('nothing while an input method composes, for a key that repeats, or with another key held', () => {
    expect(keyAct(press('Digit1', { isComposing: true }))).toBeUndefined()
    expect(keyAct(press('Digit1', { keyCode: 229 }))).toBeUndefined()
    expect(keyAct(press('Digit1', { repeat: true }))).toBeUndefined()
    expect(keyAct(press('Digit1', { altKey: false }))).toBeUndefined()
    expect(keyAct(press('Digit1', { ctrlKey: true }))).toBeUndefined()
  })

  test('may be others, or none', () => {
    const keys = { ...DEFAULT_KEYS, insert: 'Ctrl+Shift+{n}', hold: '' }
    expect(keyAct(press('Digit3', { altKey: false, ctrlKey: true, shiftKey: true }), keys)).toEqual({
      act: 'insert',
      place: 2,
    })
    expect(keyAct(press('Digit1'), keys)).toBeUndefined()
    expect(keyAct(press('Digit0'), keys)).toBeUndefined()
  })

  test('are named as they are printed', () => {
    expect(keyLabel(DEFAULT_KEYS.insert, 2)).toBe('Alt+3')
    expect(keyLabel(DEFAULT_KEYS.search)).toBe('Alt+/')
    expect(keyLabel(DEFAULT_KEYS.fix)).toBe('Alt+F')
  })
})
