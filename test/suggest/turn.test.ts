import { describe, expect, test } from 'vitest'
import { type Analysis, analyse, initialState } from '../../src/intents/index.ts'
import { openTurn } from '../../src/suggest/turn.ts'
import { desk, inputOf, shopper } from './small-desk.ts'

const NOW = Date.parse('2026-11-18T12:00:00+08:00')

/** A message that sounds like one of another trade and is read so. */
function foreign(name: string, confidence: number): Analysis {
  const { analyse: deps } = desk()
  const analysis = analyse([shopper('有货吗')], initialState('zh'), deps, NOW)
  return {
    ...analysis,
    intents: [{ name, family: name.split('.')[0]!, confidence }],
    isOutOfScope: true,
    abstained: true,
  }
}

describe('a message of another trade', () => {
  const open = (analysis: Analysis) => openTurn(inputOf([shopper('有货吗')]), analysis, desk())
  test('is told to be beside the point when it is small talk or hardly understood', () => {
    expect(open(foreign('chitchat_offtopic.unrelated', 0.8)).isOutOfScope).toBe(true)
    expect(open(foreign('quality_issue.food', 0.4)).isOutOfScope).toBe(true)
  })
  test('is asked about when it is read as a matter of the shop: answers alone stay away', () => {
    expect(open(foreign('quality_issue.food', 0.8))).toMatchObject({ isOutOfScope: false, abstain: true })
  })
})
