import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { CUSTOMER_TYPE_IDS } from '../../src/intents/index.ts'
import { Action, EVENT_TYPES, Facts, Locale, Message, Mood, Role, Stage } from '../../src/protocol/index.ts'
import { FileFaults, readPlaced } from '../../src/server/load/read-yaml.ts'

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([z.array(item).min(1), item.transform((one) => [one])])
/** A category of the playbook (`C43`) or the id of a script. */
const Said = z.string().regex(/^(C\d{2,3}|(zh|en|ko)\..+)$/)
const Words = z.string().min(1).refine(isExpression, 'must be a regular expression')
const Pause = z.string().regex(/^\d+(s|m|h)$/)

/**
 * What an answer must hold. `lead` is the flow that leads (`F8` or `F8.test`), `flows` are alive; of the first three suggestions one is out of `any`, none
 * out of `never`, one is matched by `says`, none by `not`, and `todo` stands on one; the very first is out of `first`. `none`: nothing is suggested.
 */
const Expect = z.strictObject({
  lead: z.string().optional(),
  flows: z.array(z.string()).default([]),
  stage: Stage.optional(),
  mood: Mood.optional(),
  rung: z.int().optional(),
  type: z.enum(CUSTOMER_TYPE_IDS).optional(),
  product: z.string().optional(),
  any: z.array(Said).optional(),
  first: z.array(Said).optional(),
  never: z.array(Said).default([]),
  says: Words.optional(),
  not: Words.optional(),
  todo: Action.optional(),
  none: z.literal(true).optional(),
})
export type Expect = z.infer<typeof Expect>

const { kind, ref } = Message.shape
const Line = z.union([z.string().min(1), z.strictObject({ kind, ref })])

const KINDS = ['shopper', 'send', 'agent', 'event', 'facts'] as const
/**
 * One step: what the shopper writes (a list is one burst), which suggestion the agent sends (1 = the first), the agent's own words, a platform event, or
 * news of live facts (a merge patch). It happens a minute after the one before, or `after` (30s, 25m, 2h).
 */
const Turn = z
  .strictObject({
    shopper: oneOrMany(Line).optional(),
    send: z.int().min(1).max(3).optional(),
    agent: z.string().min(1).optional(),
    event: z.enum(EVENT_TYPES).optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    after: Pause.optional(),
    expect: Expect.optional(),
  })
  .superRefine((turn, ctx) => {
    if (KINDS.filter((kind) => turn[kind] !== undefined).length !== 1)
      ctx.addIssue({ code: 'custom', message: `needs exactly one of ${KINDS.join(', ')}` })
    const { expect } = turn
    const isBound = expect?.any !== undefined || expect?.first !== undefined || expect?.none === true
    if ((turn.shopper || turn.event) && !isBound)
      ctx.addIssue({ code: 'custom', message: 'needs an expect with any, first or none' })
  })
export type Turn = z.infer<typeof Turn>

const Conversation = z
  .strictObject({
    id: z.string().regex(/^(zh|en|ko)-\d\d-[a-z-]+$/),
    locale: Locale,
    covers: z.array(z.string().regex(/^F\d+$/)).min(1),
    store: z.enum(['demo', 'bounded']).default('demo'),
    channel: z.string().default('taobao'),
    roles: z.array(Role).min(1).default(['agent']),
    facts: Facts.optional(),
    at: z.iso.datetime({ offset: true }).default('2026-11-24T10:00:00+08:00'),
    turns: z.array(Turn),
  })
  .superRefine(({ id, locale, turns }, ctx) => {
    if (!id.startsWith(locale)) ctx.addIssue({ code: 'custom', path: ['locale'], message: 'is not that of the id' })
    const spoken = turns.filter(({ shopper }) => shopper).length
    if (spoken < 4 || spoken > 12)
      ctx.addIssue({ code: 'custom', path: ['turns'], message: `the shopper speaks 4 to 12 times, not ${spoken}` })
  })
/** A scripted conversation; `lines` are those of its turns in the file. */
export type Conversation = z.infer<typeof Conversation> & { readonly lines: readonly number[] }

/**
 * Reads the scripted conversations of a folder.
 * @throws FileFaults with every fault and its line
 */
export async function readConversations(folder: string): Promise<Conversation[]> {
  const read = await Promise.allSettled(
    (await readdir(folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => readConversation(join(folder, name))),
  )
  const faults = read.flatMap((one) => {
    if (one.status === 'fulfilled') return []
    if (one.reason instanceof FileFaults) return one.reason.faults
    throw one.reason
  })
  if (faults.length > 0) throw new FileFaults(faults)
  return read.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
}

async function readConversation(file: string): Promise<Conversation> {
  const { data, lineOf } = await readPlaced(file, Conversation)
  if (basename(file) !== `${data.id}.yaml`)
    throw new FileFaults([{ file, line: lineOf(['id']), path: 'id', message: 'is not the name of the file' }])
  return { ...data, lines: data.turns.map((_, index) => lineOf(['turns', index])) }
}

/** Milliseconds of `30s`, `25m`, `2h`. */
export function pauseMs(pause: string): number {
  const unit = { s: 1_000, m: 60_000, h: 3_600_000 }[pause.at(-1)!]!
  return Number.parseInt(pause, 10) * unit
}

function isExpression(source: string): boolean {
  try {
    new RegExp(source, 'u')
    return true
  } catch {
    return false
  }
}
