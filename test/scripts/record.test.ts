import { describe, expect, test } from 'vitest'
import { ScriptFile, ScriptRecord } from '../../src/scripts/index.ts'

const LEAST = { id: 'zh.C01.hello', category: 'C01', tier: 'answer', wordings: [{ open: '您好', short: '在的' }] }
const faultsOf = (fields: object) => {
  const parsed = ScriptRecord.safeParse({ ...LEAST, ...fields })
  return parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
}

describe('ScriptRecord', () => {
  test('needs little and fills in the rest', () => {
    expect(ScriptRecord.parse(LEAST)).toEqual({
      ...LEAST,
      for: [],
      argument: [],
      intents: [],
      when: {},
      asks: [],
      required: false,
      note: '',
    })
  })
  test('takes one where many are meant', () => {
    const { stage, asks, when } = ScriptRecord.parse({
      ...LEAST,
      stage: 'presale',
      asks: 'height',
      when: { lacks: 'weight', knows: 'size', words: '累', rung: 2, is: { 'promo.state': 'on' }, event: 'order_paid' },
    })
    expect({ stage, asks }).toEqual({ stage: ['presale'], asks: ['height'] })
    expect(when).toEqual({
      lacks: ['weight'],
      knows: ['size'],
      words: ['累'],
      rung: [2],
      is: { 'promo.state': ['on'] },
      event: ['order_paid'],
    })
  })
  test.each([
    [{ asks: ['hight'] }, 'asks'],
    [{ when: { lacks: ['nothing'] } }, 'when.lacks'],
    [{ when: { is: { height: '165' } } }, 'only a switch slot'],
    [{ when: { is: { 'no.state': 'on' } } }, 'unknown slot "no.state"'],
    [{ when: { event: 'order_lost' } }, 'when.event'],
    [{ when: { wrods: ['累'] } }, 'wrods'],
    [{ when: { rung: 0 } }, 'when.rung'],
    [{ when: { from: '24.11.2026' } }, 'when.from'],
    [{ category: 'greeting' }, 'category'],
    [{ intents: ['Greeting.Hello'] }, 'intents.0'],
    [{ id: 'with space' }, 'id'],
    [{ does: 'dance' }, 'does'],
    [{ wordings: [] }, 'wordings'],
    [{ wordings: [{ open: '您好', short: '' }] }, 'wordings.0.short'],
    [{ mood: 'angry' }, 'mood'],
  ])('refuses %j, naming it', (fields, said) => {
    expect(faultsOf(fields).join('\n')).toContain(said)
  })
})

test('a file names its language', () => {
  expect(ScriptFile.safeParse({ locale: 'zh', scripts: [LEAST] }).success).toBe(true)
  expect(ScriptFile.safeParse({ scripts: [LEAST] }).success).toBe(false)
  expect(ScriptFile.safeParse({ locale: 'fr', scripts: [LEAST] }).success).toBe(false)
})
