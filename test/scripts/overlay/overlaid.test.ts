import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectiveScript, overlaid, retired, UNEDITED, withDraft, withScript } from '../../../src/scripts/index.ts'
import { script } from '../script.ts'

const packs = ['a', 'b', 'c'].map((id) => script({ id }))
const ids = (edits: Parameters<typeof overlaid>[1]) => overlaid(packs, edits).map(({ id }) => id)

test('own scripts come first, overridden ones stay in their place, retired ones and drafts are not there', () => {
  const mine = script({ id: 'b', text: '我的' })
  const edits = new Map([
    ['z.own', withScript(UNEDITED, script({ id: 'z.own' }), undefined)],
    ['b', withScript(UNEDITED, mine, packs[1])],
    ['c', retired(UNEDITED)],
    ['y.own', withScript(UNEDITED, script({ id: 'y.own' }), undefined)],
    ['x.own', withDraft(UNEDITED, script({ id: 'x.own' }))],
  ])
  expect(ids(edits)).toEqual(['y.own', 'z.own', 'a', 'b'])
  expect(overlaid(packs, edits)[3]).toBe(mine)
})

test('whatever is edited: each script stands once, and exactly those with something in use', () => {
  const edit = fc.constantFrom('none', 'script', 'draft', 'retired')
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), edit), (given) => {
      const edits = new Map(
        Object.entries(given).map(([id, kind]) => {
          const mine = script({ id, text: '我的' })
          if (kind === 'script') return [id, withScript(UNEDITED, mine, undefined)]
          if (kind === 'draft') return [id, withDraft(UNEDITED, mine)]
          return [id, kind === 'retired' ? retired(UNEDITED) : UNEDITED]
        }),
      )
      const found = ids(edits)
      const all = [...new Set([...packs.map(({ id }) => id), ...edits.keys()])]
      const inUse = all.filter((id) => {
        const base = packs.find((one) => one.id === id)
        return effectiveScript(edits.get(id) ?? UNEDITED, base)
      })
      expect(found.toSorted()).toEqual(inUse.toSorted())
    }),
  )
})
