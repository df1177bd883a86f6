import { expect, test } from 'vitest'
import { createLibrary, ScriptRecord, slotUses } from '../../src/scripts/index.ts'

function script(id: string, text: string, more: object = {}) {
  const record = { id, category: 'C01', intents: ['x.y'], tier: 'answer', wordings: [{ open: text, short: '好的' }] }
  return { ...ScriptRecord.parse({ ...record, ...more }), locale: 'zh' as const }
}

test('a script uses the slots it prints, asks for or depends on, each once', () => {
  const library = createLibrary([
    script('a', '{{size}}码，就{{size}}，发{{region|全国}}'),
    script('b', '身高多少呀', { asks: ['height'] }),
    script('c', '{{size}}码有货', { when: { is: { 'product.category': 'shoes' } } }),
  ])
  expect(Object.fromEntries(slotUses(library))).toEqual({
    size: ['a', 'c'],
    region: ['a'],
    height: ['b'],
    'product.category': ['c'],
  })
})
