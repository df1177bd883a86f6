import { expect, test } from 'vitest'
import { read } from './read.ts'

test.each([
  ['三两茉莉花', ['mass=0.15 kg']],
  ['才四两多', ['mass=0.2 kg']],
  ['茶叶先来半斤', ['mass=0.25 kg']],
  ['收到才4斤6两', ['mass=2.3 kg']],
  ['退回去7斤多', ['mass=3.5 kg']],
  ['要500g', ['mass=0.5 kg']],
  ['给我来300克', ['mass=0.3 kg']],
])('%s', (text, expected) => expect(read(text)).toEqual(expected))

test.each(['充绒量300克暖不暖', '这款180g的克重', '64g还是128g', '两边都开线了', '五两个'])('no mass: %s', (text) => {
  expect(read(text).filter((found) => found.startsWith('mass'))).toEqual([])
})

test('三两天 is two or three days', () => expect(read('三两天能到')).toEqual(['duration=2-3 day']))
