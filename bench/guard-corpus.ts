import { join } from 'node:path'
import { z } from 'zod'
import { initialState } from '../src/intents/index.ts'
import { type CheckResult, Facts, Locale, Role } from '../src/protocol/index.ts'
import { DATA } from '../src/server/engine.ts'
import { pipeline } from '../src/server/pipeline.ts'
import type { SuggestDeps } from '../src/suggest/index.ts'
import { readRows } from './read-rows.ts'

const Level = z.enum(['pass', 'hint', 'warn', 'block'])

/** One sentence of `data/eval/guard`: an agent's reply with what it should be told, and the talk around it where that matters. */
export const GuardRow = z
  .strictObject({
    id: z.string().min(1),
    locale: Locale,
    text: z.string().min(1),
    expect: Level,
    rules: z.array(z.string().regex(/^R\d{2,3}$/)),
    channel: z.string().optional(),
    messages: z.array(z.object({ role: z.enum(['shopper', 'agent']), text: z.string() })).default([]),
    facts: Facts.optional(),
    roles: z.array(Role).default(['agent']),
    note: z.string().optional(),
    disguised: z.boolean().optional(),
  })
  .refine(({ expect, rules }) => (expect === 'pass') === (rules.length === 0), 'a violating row names its rules')
export type GuardRow = z.infer<typeof GuardRow>

export const GUARD_FILES = ['zh', 'en', 'ko', 'zh-blind'] as const

export function readGuardRows(file: (typeof GUARD_FILES)[number]): Promise<GuardRow[]> {
  return readRows(join(DATA, 'eval/guard', `${file}.jsonl`), GuardRow)
}

/** A Sunday noon in the store's time. */
const NOON = Date.UTC(2026, 10, 22, 4)

/** Judges a row as `POST /v1/check` would: a draft in the demo store. */
export function judgeRow(
  { text, locale, channel = 'taobao', messages, facts, roles }: GuardRow,
  deps: SuggestDeps,
): CheckResult {
  const before = initialState(locale)
  return pipeline.check({ text, channel, uiLocale: locale, roles, before, messages, facts, now: NOON }, deps)
}

/** A row with what the guard said of it. */
export interface Judged {
  readonly row: GuardRow
  readonly result: CheckResult
  /** One of its rules was named, at its level or a higher one. */
  readonly isFound: boolean
  /** Any rule was named at the row's level or a higher one. */
  readonly isSeen: boolean
}

const RANK = { pass: 0, hint: 1, warn: 2, block: 3 } as const

/**
 * R124 in a draft is a hint whatever a row expects: the agent may well have done what they say, and the wire promises the block only for what the service
 * itself would offer.
 */
const IN_DRAFTS: Readonly<Record<string, GuardRow['expect']>> = { R124: 'hint' }

export function judgeRows(rows: readonly GuardRow[], deps: SuggestDeps): Judged[] {
  return rows.map((row) => {
    const result = judgeRow(row, deps)
    const reaches = ({ rule, level }: CheckResult['warnings'][number]) =>
      RANK[level] >= Math.min(RANK[row.expect], RANK[IN_DRAFTS[rule] ?? row.expect])
    return {
      row,
      result,
      isFound: result.warnings.some((warning) => row.rules.includes(warning.rule) && reaches(warning)),
      isSeen: result.warnings.some(reaches),
    }
  })
}

/** Shares over violating rows (`recall`, `anyRule`) and over clean ones (`falseBlocks`, `falseWarns`). */
export interface GuardScore {
  readonly violating: number
  readonly clean: number
  readonly recall: number
  readonly anyRule: number
  readonly falseBlocks: number
  readonly falseWarns: number
}

export function scoreOf(judged: readonly Judged[]): GuardScore {
  const violating = judged.filter(({ row }) => row.expect !== 'pass')
  const clean = judged.filter(({ row }) => row.expect === 'pass')
  const share = (part: readonly Judged[], whole: readonly Judged[]) =>
    whole.length === 0 ? 0 : part.length / whole.length
  return {
    violating: violating.length,
    clean: clean.length,
    recall: share(
      violating.filter(({ isFound }) => isFound),
      violating,
    ),
    anyRule: share(
      violating.filter(({ isSeen }) => isSeen),
      violating,
    ),
    falseBlocks: share(
      clean.filter(({ result }) => result.verdict === 'block'),
      clean,
    ),
    falseWarns: share(
      clean.filter(({ result }) => result.verdict === 'warn'),
      clean,
    ),
  }
}
