import { expect, test } from 'vitest'
import {
  approved,
  discarded,
  effectiveScript,
  isOutrun,
  isSame,
  retired,
  statusOf,
  UNEDITED,
  withDraft,
  withScript,
} from '../../../src/scripts/index.ts'
import { script } from '../script.ts'

const base = script({ id: 'a', text: '在的' })
const mine = script({ id: 'a', text: '在呢' })

test('a draft waits while what was there stays in use, and takes its place when it is approved', () => {
  const drafted = withDraft(UNEDITED, mine)
  expect([statusOf(drafted, base), effectiveScript(drafted, base)]).toEqual(['draft', base])
  const done = approved(drafted, base)
  expect([statusOf(done, base), effectiveScript(done, base)]).toEqual(['approved', mine])
  expect(effectiveScript(discarded(drafted), base)).toBe(base)
})

test('what is retired is in use no more, until it is approved again', () => {
  const gone = retired(withScript(UNEDITED, mine, base))
  expect([statusOf(gone, base), effectiveScript(gone, base)]).toEqual(['retired', undefined])
  expect(effectiveScript(approved(gone, base), base)).toBe(mine)
  expect(statusOf(discarded(withDraft(UNEDITED, mine)), undefined)).toBe('retired')
})

test('an upgrade of the pack changes nothing that the store has written, and is seen', () => {
  const edit = withScript(UNEDITED, mine, base)
  const upgraded = script({ id: 'a', text: '在的哦' })
  expect(isOutrun(edit, base)).toBe(false)
  expect(isOutrun(edit, upgraded)).toBe(true)
  expect(isOutrun(edit, undefined)).toBe(true)
  expect(effectiveScript(edit, upgraded)).toBe(mine)
  expect(isOutrun(withScript(edit, mine, upgraded), upgraded)).toBe(false)
  expect(isOutrun(withScript(UNEDITED, mine, undefined), undefined)).toBe(false)
})

test('the order of fields and fields without a value make no difference', () => {
  const { id, ...rest } = base
  expect(isSame(base, { ...rest, id, does: undefined })).toBe(true)
  expect(isSame(base, mine)).toBe(false)
})
