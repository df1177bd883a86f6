import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparable, matchSent, printOfText, similarity } from '../../src/insight/index.ts'
import { readScripts } from '../../src/server/load/scripts.ts'

const offered = (...texts: string[]) => texts.map((text, i) => ({ id: `s${i}`, print: printOfText(text) }))
const match = (sent: string, ...texts: string[]) => matchSent(printOfText(sent), offered(...texts))

describe('matchSent', () => {
  test('a suggestion sent as it stood, whatever the platform made of spaces, width, marks and smiles', () => {
    const text = '亲，165cm 建议穿 M 码哦~😊'
    for (const sent of [text, ' 亲,165cm建议穿m码哦~ ', '亲，１６５ｃｍ建议穿Ｍ码哦/:^_^'])
      expect(match(sent, '在的呢亲', text)).toEqual({ how: 'sent', id: 's1', similarity: 1 })
  })
  test('a changed number is an edit, and so is its point', () => {
    expect(match('亲这款是59元包邮哦', '亲这款是69元包邮哦')).toMatchObject({ how: 'edited', id: 's0' })
    expect(match('一共5.5元', '一共55元')).toMatchObject({ how: 'edited' })
    expect(match('好的.', '好的')).toMatchObject({ how: 'sent' })
  })
  test('a sentence added or left out is an edit', () => {
    const long = '江浙沪首重5元，续重2元每公斤，满59元包邮，一般48小时内发货哦'
    expect(
      match(`${long}。另外您要的颜色我帮您看过仓库了现在还有货，今天拍下的话明天下午就可以寄出去`, long),
    ).toMatchObject({
      how: 'edited',
      id: 's0',
    })
    expect(match('江浙沪首重5元，续重2元每公斤', long)).toMatchObject({ how: 'edited', id: 's0' })
  })
  test('a short phrase inside a long reply is no match', () => {
    expect(match('您好亲，这个颜色仓库只剩三件了，喜欢的话可以先拍下', '您好亲')).toEqual({ how: 'own' })
  })
  test('own words, a picture and a smile alone are nobody’s suggestion', () => {
    expect(match('我去仓库问一下马上回来', '亲，165cm建议穿M码哦')).toEqual({ how: 'own' })
    expect(match('', '')).toEqual({ how: 'own' })
    expect(match('😊', '😊😊')).toEqual({ how: 'own' })
    expect(match('嗯', '嗯')).toMatchObject({ how: 'sent' })
    expect(matchSent(printOfText('在的'), [])).toEqual({ how: 'own' })
  })
  test('of several the nearest, of equals the first', () => {
    expect(match('亲，一般三天到哦', '亲，一般五天左右能到哦', '亲，一般三天到货哦')).toMatchObject({ id: 's1' })
    expect(match('在的亲', '在的，亲', '在的亲')).toMatchObject({ how: 'sent', id: 's0' })
  })
  test('similarity is symmetric, within 0..1, and 1 exactly for the same letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const alike = similarity(printOfText(a), printOfText(b))
        expect(alike).toBe(similarity(printOfText(b), printOfText(a)))
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike === 1).toBe(comparable(a) === comparable(b))
      }),
    )
    expect(similarity(printOfText('上海到北京'), printOfText('北京到上海'))).toBeLessThan(1)
  })
})

describe('the threshold', () => {
  test('keeps different shipped replies apart and finds those that were worked on', async () => {
    const texts = [
      ...new Set(
        (await readScripts(join(import.meta.dirname, '../../data/scripts')))
          .flatMap(({ script }) => script.wordings.map(({ short }) => short.replace(/\{\{[^}]*\}\}/g, '')))
          .filter((text) => comparable(text).length >= 6),
      ),
    ]
    const prints = texts.map(printOfText)
    // a seeded walk over pairs: the same run every time
    let at = 1
    const next = (below: number) => {
      at = (Math.imul(at, 1_103_515_245) + 12_345) >>> 0
      return (at >>> 8) % below
    }
    let confused = 0
    const PAIRS = 200_000
    for (let i = 0; i < PAIRS; i += 1) {
      const a = next(prints.length)
      const b = next(prints.length)
      if (a !== b && matchSent(prints[a]!, [{ id: 'x', print: prints[b]! }]).how !== 'own') confused += 1
    }
    expect(confused / PAIRS).toBeLessThan(0.001)
    let found = 0
    const WORKED = 2_000
    for (let i = 0; i < WORKED; i += 1) {
      const index = next(texts.length)
      const letters = [...comparable(texts[index]!)]
      // one run of a fifth of the characters is written anew
      const run = Math.max(1, Math.round(letters.length / 5))
      const from = next(letters.length - run + 1)
      for (let k = from; k < from + run; k += 1) letters[k] = String.fromCharCode(0x4e00 + next(5_000))
      if (matchSent(printOfText(letters.join('')), [{ id: 'x', print: prints[index]! }]).how === 'edited') found += 1
    }
    expect(found / WORKED).toBeGreaterThan(0.95)
  })
})
