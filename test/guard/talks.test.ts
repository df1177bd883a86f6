import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createGuard } from '../../src/guard/index.ts'
import { promiseKept, sameAnswer } from '../../src/guard/rules/consistency.ts'
import type { Locale, Message } from '../../src/protocol/index.ts'
import { checkDraft } from '../../src/suggest/index.ts'
import { desk, inputOf } from '../suggest/small-desk.ts'

interface Talk {
  readonly id: string
  readonly locale: Locale
  readonly messages: Message[]
  readonly text: string
  readonly expect: 'block' | 'warn' | 'pass'
  readonly rules: string[]
}

const FILE = new URL('../../data/eval/guard/talks.jsonl', import.meta.url)
const TALKS = readFileSync(FILE, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Talk)

/** A desk whose guard knows nothing but these two rules. */
const deps = desk(undefined, { guard: createGuard({ zh: {}, en: {}, ko: {}, aliases: [] }, [promiseKept, sameAnswer]) })
const judge = ({ messages, text, locale }: Talk) => checkDraft(text, inputOf(messages, { locale }), deps)

describe('what agents have said in a talk and a draft contradicts (R06, R99)', () => {
  test.each(TALKS.filter((talk) => talk.expect !== 'pass'))('$id is found: $text', (talk) => {
    const { verdict, warnings } = judge(talk)
    expect([verdict, warnings[0]?.rule]).toEqual([talk.expect, talk.rules[0]])
  })

  test('of the consistent ones at most one is marked', () => {
    const marked = TALKS.filter((talk) => talk.expect === 'pass' && judge(talk).verdict !== 'pass')
    expect(marked.map(({ id }) => id).slice(1)).toEqual([])
  })
})
