import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLibrary, lookUp, mayBePinyin, type SpelledShelf, spellShelf } from '../../src/scripts/index.ts'
import { script } from './script.ts'

const SYLLABLES: Readonly<Record<string, string>> = {
  ...{ 今: 'jin', 天: 'tian', 发: 'fa', 货: 'huo', 放: 'fang', 好: 'hao', 退: 'tui', 亲: 'qin', 包: 'bao', 邮: 'you' },
  ...{ 凤: 'feng', 凰: 'huang', 西: 'xi', 安: 'an', 的: 'de', 可: 'ke', 以: 'yi', 寄: 'ji', 到: 'dao', 先: 'xian' },
}
const spell = (text: string) => [...text].flatMap((char) => SYLLABLES[char] ?? [])

const SCRIPTS = [
  script({ id: 'within', text: '亲，今天发货的' }),
  script({ id: 'begins', text: '{{you}}，发货今天' }),
  script({ id: 'coded', code: 'FH', text: '包邮的' }),
  script({ id: 'longer-code', code: 'fh2', text: '退货可以' }),
  script({ id: 'other-initials', text: '凤凰放好' }),
  script({ id: 'xian', text: '先寄到西安' }),
  script({ id: 'slot', text: '到{{region}}包邮' }),
]
const shelf = createLibrary(SCRIPTS).shelf('zh')

function spelled(): SpelledShelf {
  const steps = spellShelf(shelf, spell)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}
const SPELLED = spelled()
const found = (typed: string, limit = 10) =>
  lookUp(shelf, typed, limit, SPELLED).map(({ entry, by, grade }) => `${entry.script.id} ${by} ${grade}`)

describe('what an agent types', () => {
  test('is a code before it is initials; what begins with it comes before what has it within', () => {
    expect(found('fh')).toEqual([
      'coded code 0',
      'longer-code code 1',
      'begins initials 0',
      'other-initials initials 0',
      'within initials 1',
    ])
  })

  test('is full pinyin from the beginning of a syllable on, typed to its end or not', () => {
    expect(found('fahuo')).toEqual(['begins pinyin 0', 'within pinyin 1'])
    expect(found('fahu')).toEqual(['begins pinyin 0', 'within pinyin 1'])
    expect(found('fa huo')).toEqual(['begins pinyin 0', 'within pinyin 1'])
    expect(found('ahuo')).toEqual([])
    // 先 and 西安 are written alike
    expect(found('xian')).toEqual(['xian pinyin 0'])
  })

  test('is the text, before words alone', () => {
    expect(found('今天发货')[0]).toBe('within text 1')
    expect(found('发货')).toEqual(['begins text 0', 'within text 1'])
    expect(found('退货吗').every((one) => one.endsWith('words 1'))).toBe(true)
    expect(found('包邮').slice(0, 2)).toEqual(['coded text 0', 'slot text 1'])
  })

  test('is found in any writing', () => {
    expect(found('ＦＨ')).toEqual([])
    expect(found('FaHuo')).toEqual(found('fahuo'))
    expect(found('發貨')).toEqual(found('发货'))
    expect(found('  ')).toEqual([])
  })

  test('may be pinyin when it is two letters or more', () => {
    expect(['fh', "xi'an", 'FA HUO', 'f', '发', 'fh1', ''].map(mayBePinyin)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  test('never finds more than asked for, nothing twice, and goes on where it began', () => {
    const typed = fc.string({ unit: fc.constantFrom('f', 'h', 'a', 'n', '发', '货', ' ', '{', '\n'), maxLength: 6 })
    fc.assert(
      fc.property(typed, fc.integer({ min: 1, max: 8 }), (text, limit) => {
        const all = found(text)
        const some = found(text, limit)
        expect(new Set(all).size).toBe(all.length)
        expect(some).toEqual(all.slice(0, limit))
      }),
    )
  })
})
