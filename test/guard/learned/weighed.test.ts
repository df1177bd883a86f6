import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/guard/checked-text.ts'
import { createGuard, Disguise } from '../../../src/guard/index.ts'
import { weighed } from '../../../src/guard/learned/index.ts'
import { compileLists } from '../../../src/guard/lists.ts'
import { WordList } from '../../../src/guard/word-list.ts'
import { model } from './taught.ts'

const lists = {
  zh: { blame: { except: [], find: [{ words: ['坏了'] }] } },
  en: {},
  ko: {},
  aliases: [],
}
const guard = createGuard(lists, undefined, model)
const listsAlone = createGuard(lists)
const draft = { kind: 'draft', locale: 'zh', uiLocale: 'zh' } as const
/** Neither harmless nor worth a hint. */
const OTHERWISE = 0.2

/** The levels of R01 where every sentence, or only the one given, reads like its breach with this share. */
function levels(text: string, share: number, only?: string) {
  const disguise = Disguise.parse({ letters: {}, signs: [], variants: {}, words: [], except: [] })
  const words = WordList.parse({ find: ['薇信'] })
  const lexicon = compileLists({ zh: { absolute: words }, en: {}, ko: {}, aliases: [], disguise }, (form) =>
    [...form.matchAll(/[^。]+。?/g)].map(({ 0: sentence, index }) => ({
      from: index,
      to: index + sentence.length,
      rule: 'R01',
      share: only === undefined || sentence === only ? share : OTHERWISE,
      clause: () => ({ from: index, to: index + sentence.length }),
    })),
  )
  const read = readText(text, 'zh', lexicon)
  return weighed('R01', 'block', read, read.disguisedHits('absolute')).map(({ level }) => level ?? 'block')
}

const blameIn = (text: string, by = guard) =>
  by
    .check(text, draft)
    .warnings.filter(({ rule }) => rule === 'R37')
    .map(({ level, start, end }) => [level, text.slice(start, end)])

describe('word list and examples together', () => {
  test('what no list knows is found by examples, at the clause that says it', () => {
    expect(blameIn('有货的，手机是您弄坏的吧', listsAlone)).toEqual([])
    expect(blameIn('有货的，手机是您弄坏的吧')).toEqual([['warn', '手机是您弄坏的吧']])
  })
  test('a sentence in which a list found the rule is not reported again', () => {
    expect(blameIn('您把手机弄坏了怪谁呢')).toEqual([['warn', '坏了']])
  })
  test('a listed word weighs one level less in a sentence that surely reads harmless', () => {
    expect(levels('红色薇信', 0.01)).toEqual(['warn'])
    expect(levels('红色薇信', 0.02)).toEqual(['block'])
    expect(levels('红色薇信。好的', 0.01, '好的')).toEqual(['block'])
  })
  test('a word in disguise keeps its weight', () => {
    expect(levels('红色薇*信', 0.01)).toEqual(['block'])
  })
  test('how sure the examples are decides between the level of the rule and a hint', () => {
    expect(levels('好的', 0.39)).toEqual([])
    expect(levels('好的', 0.4)).toEqual(['hint'])
    expect(levels('好的', 0.6)).toEqual(['block'])
  })
  test('without a model lists decide alone, in every language', () => {
    expect(blameIn('it is broken 坏了', listsAlone)).toEqual([['warn', '坏了']])
    expect(guard.check('you broke it', { ...draft, locale: 'en' }).warnings).toEqual([])
  })
})
