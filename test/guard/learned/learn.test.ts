import { expect, test } from 'vitest'
import { learnRules } from '../../../src/guard/index.ts'
import { blameExamples, model } from './taught.ts'

test('a model tells the rules of its examples from what keeps them', () => {
  expect(model.classes).toEqual(['R37', 'keeps'])
})

test('replies that ship teach it what breaks nothing', () => {
  const without = learnRules([blameExamples], [])
  expect(learnRules([blameExamples], ['这款是纯棉的，很好'])).not.toEqual(without)
  // a sentence too short to say anything teaches nothing
  expect(learnRules([blameExamples], ['好。'])).toEqual(without)
})

test('a line that stands twice counts once', () => {
  const twice = { ...blameExamples, breaks: [...blameExamples.breaks, ...blameExamples.breaks] }
  expect(learnRules([twice], [])).toEqual(learnRules([blameExamples], []))
})
