import { z } from 'zod'
import { EVENT_TYPES, Haggle, Mood, Stage } from '../../protocol/index.ts'

const oneOrMany = <T extends z.ZodType>(item: T) => z.union([z.array(item).min(1), item.transform((one) => [one])])
const Says = z.strictObject({ zh: z.string().min(1), en: z.string().min(1), ko: z.string().min(1) })
const Category = z.string().regex(/^C\d{2,3}$/)
const StateName = z.string().regex(/^[a-z][a-z_]*$/)
const Standing = z.string().regex(/^F\d+(\.[a-z_]+)?$/)
const Words = z.string().min(1).refine(isExpression, 'must be a regular expression')

/**
 * What must hold for a move; every condition given. All of it is part of the dialogue state, so that flows fold with the talk. `turns` is how often the
 * agent has spoken since the flow came to this state, `asks` whether the agent's line is a question, `buying` 0..1 how ready to buy they sound, `types`
 * playbook 5; `within` and `outside`: one, or none, of these flows or states lives.
 */
export const FlowWhen = z.strictObject({
  stage: oneOrMany(Stage).optional(),
  mood: oneOrMany(Mood).optional(),
  haggle: oneOrMany(Haggle).optional(),
  rung: z.int().min(1).optional(),
  knows: oneOrMany(z.string()).optional(),
  lacks: oneOrMany(z.string()).optional(),
  product: z.boolean().optional(),
  answered: z.boolean().optional(),
  first: z.boolean().optional(),
  turns: z.int().min(1).optional(),
  buying: z.number().min(0).max(1).optional(),
  types: oneOrMany(z.string().regex(/^T\d\d$/)).optional(),
  within: oneOrMany(Standing).optional(),
  outside: oneOrMany(Standing).optional(),
  asks: z.boolean().optional(),
  words: Words.optional(),
})
export type FlowWhen = z.infer<typeof FlowWhen>

/**
 * A move to another state, on one kind of step: a shopper's message that means one of these topics or families, an agent's line out of one of
 * these categories, or a platform event. `any` is every message of the shopper, and every line of the agent that does more than greet or buy time; `hold`
 * is every line that does no more.
 */
export const FlowMove = z
  .strictObject({
    to: StateName,
    shopper: oneOrMany(z.string().regex(/^(any|[a-z_]+(\.[a-z_]+)?)$/)).optional(),
    agent: oneOrMany(z.union([z.enum(['any', 'hold']), Category])).optional(),
    event: oneOrMany(z.enum(EVENT_TYPES)).optional(),
    when: FlowWhen.default({}),
  })
  .refine(({ shopper, agent, event }) => [shopper, agent, event].filter((on) => on !== undefined).length === 1, {
    message: 'needs exactly one of shopper, agent, event',
  })
export type FlowMove = z.infer<typeof FlowMove>

/** What is said at this point of the flow, by categories of scripts, the most fitting first, and where it goes on. An `end` is over once it was answered. */
export const FlowStep = z.strictObject({
  says: Says,
  suggests: z.array(Category).default([]),
  next: z.array(FlowMove).default([]),
  end: z.boolean().default(false),
})
export type FlowStep = z.infer<typeof FlowStep>

/**
 * One flow of the playbook (section 4) as a state machine. Of two flows moved by one message that of higher `priority` leads; `start` says how it comes
 * alive.
 */
export const FlowRecord = z
  .strictObject({
    id: z.string().regex(/^F\d+$/),
    name: Says,
    priority: z.int().min(-9).max(9).default(0),
    start: z.array(FlowMove).min(1),
    states: z.record(StateName, FlowStep),
  })
  .superRefine(({ start, states }, ctx) => {
    const reached = new Set<string>()
    const visit = (moves: readonly FlowMove[], path: (string | number)[]) =>
      moves.forEach(({ to }, i) => {
        if (!(to in states)) ctx.addIssue({ code: 'custom', path: [...path, i, 'to'], message: `no state "${to}"` })
        else if (!reached.has(to)) {
          reached.add(to)
          visit(states[to]!.next, ['states', to, 'next'])
        }
      })
    visit(start, ['start'])
    for (const [name, { next, end }] of Object.entries(states)) {
      const path = ['states', name]
      if (!reached.has(name)) ctx.addIssue({ code: 'custom', path, message: 'is never reached' })
      if (!end && next.length === 0) ctx.addIssue({ code: 'custom', path, message: 'has no way out and is no end' })
    }
  })
export type FlowRecord = z.infer<typeof FlowRecord>

/** One YAML file of flows. */
export const FlowFile = z.strictObject({ flows: z.array(FlowRecord) })

function isExpression(source: string): boolean {
  try {
    new RegExp(source)
    return true
  } catch {
    return false
  }
}
