import { z } from 'zod'
import { CUSTOMER_TYPE_IDS, isSlotName, SLOTS, type SlotName } from '../intents/index.ts'
import { Action, EVENT_TYPES, Haggle, Locale, Mood, Role, Stage, Tier } from '../protocol/index.ts'

/** Events that raise scripts by themselves: those of the wire, and a status that the agent sets. */
export const SCRIPT_EVENTS = [...EVENT_TYPES, 'status'] as const

/**
 * What a haggling reply argues with (F8): no reason is given twice in a talk. `listed` the price asked is the real one; `lasting` what it costs per use; `compare`
 * look around; `sum`, `bundle` the offers worked out, another way to order; `offers` looks for what applies; `lead`, `figure` who decides is asked, the figure
 * named is spoken of; `kept` a granted price stands.
 */
export const Argument = z.enum([
  'listed',
  'fairness',
  'value',
  'quality',
  'lasting',
  'service',
  'compare',
  'sum',
  'bundle',
  'quantity',
  'promotion',
  'discount',
  'coupon',
  'member',
  'threshold',
  'gift',
  'offers',
  'cheaper',
  'smaller',
  'budget',
  'next_offer',
  'later',
  'sympathy',
  'authority',
  'figure',
  'lead',
  'concession',
  'kept',
  'regret',
  'apology',
  'feedback',
  'door_open',
])
export type Argument = z.infer<typeof Argument>

const Slot = z.string().transform((name, ctx): SlotName => {
  if (isSlotName(name)) return name
  ctx.addIssue({ code: 'custom', message: `unknown slot "${name}"` })
  return z.NEVER
})
const Switch = Slot.refine((name) => 'shows' in SLOTS[name], 'only a switch slot (…state) can stand in `is` and `not`')
const oneOrMany = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((one) => [one])])

/**
 * Conditions under which a script may be offered; every one given must hold. `is` names the values that a switch must have, `not` those it must not have (a switch
 * that is unknown has none). `knows` and `lacks` name slots that must be known or unknown; `words` is for
 * a script that fits one special case of its intent only: one of them must stand in the shopper's message (in matching form: lower case, simplified); `answered`
 * is for what follows once the shopper has answered the agent's question, `flow` for what a flow of the playbook wants said where it stands (`F8`, `F8.insist`). `agent`
 * is for scripts that only these agents are offered, by their ids, `brand` for those about goods of a brand as the cards name it.
 */
export const When = z
  .strictObject({
    is: z.record(z.string(), oneOrMany(z.string())).optional(),
    not: z.record(z.string(), oneOrMany(z.string())).optional(),
    lacks: oneOrMany(Slot).optional(),
    knows: oneOrMany(Slot).optional(),
    words: oneOrMany(z.string().min(1)).optional(),
    event: oneOrMany(z.enum(SCRIPT_EVENTS)).optional(),
    flow: oneOrMany(z.string().regex(/^F\d+(\.[a-z_]+)?$/)).optional(),
    rung: oneOrMany(z.int().min(1).max(9)).optional(),
    haggle: oneOrMany(Haggle).optional(),
    mood: oneOrMany(Mood).optional(),
    channel: oneOrMany(z.string()).optional(),
    role: oneOrMany(Role).optional(),
    product: oneOrMany(z.string()).optional(),
    brand: oneOrMany(z.string()).optional(),
    agent: oneOrMany(z.string().min(1)).optional(),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
    weekdays: oneOrMany(z.int().min(1).max(7)).optional(),
    first: z.boolean().optional(),
    answered: z.boolean().optional(),
  })
  .superRefine((when, ctx) => {
    for (const field of ['is', 'not'] as const) {
      for (const name of Object.keys(when[field] ?? {})) {
        const found = Switch.safeParse(name)
        if (!found.success)
          ctx.addIssue({ code: 'custom', path: [field, name], message: found.error.issues[0]!.message })
      }
    }
  })
export type When = z.infer<typeof When>

/** Two ways to say the same thing at two lengths: `open` may start a talk, `short` stands inside a running one. */
export const Wording = z.strictObject({ open: z.string().min(1), short: z.string().min(1) })
export type Wording = z.infer<typeof Wording>

/**
 * One script (话术): what may be said in one situation (playbook 2.12). `category` is the playbook's situation, `intents` the meanings it
 * answers, `does` the act it announces, `required` marks a duty that no ranking may hide. `for` names the customer types (playbook 5) it is written for:
 * it is offered to who seems to be one of them, ahead of the scripts for everybody, and to nobody else. `argument` is what it argues with while somebody haggles.
 * `code` is what agents type to find it.
 */
export const ScriptRecord = z.strictObject({
  id: z.string().regex(/^[\w.-]{1,120}$/),
  code: z
    .string()
    .regex(/^\S{1,20}$/)
    .optional(),
  category: z.string().regex(/^C\d{2,3}$/),
  intents: z.array(z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/)).default([]),
  tier: Tier,
  stage: oneOrMany(Stage).optional(),
  when: When.default({}),
  for: oneOrMany(z.enum(CUSTOMER_TYPE_IDS)).default([]),
  argument: oneOrMany(Argument).default([]),
  asks: oneOrMany(Slot).default([]),
  does: Action.optional(),
  required: z.boolean().default(false),
  note: z.string().default(''),
  wordings: z.array(Wording).min(1),
})
export type ScriptRecord = z.infer<typeof ScriptRecord>
export type Script = ScriptRecord & { readonly locale: Locale }

/** One YAML file of a script pack. */
export const ScriptFile = z.strictObject({ locale: Locale, scripts: z.array(ScriptRecord) })
export type ScriptFile = z.infer<typeof ScriptFile>
