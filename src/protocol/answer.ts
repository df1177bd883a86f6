import { z } from 'zod'
import { Id, Locale } from './atoms.ts'
import { OrderStatus } from './facts.ts'

export const Tier = z.enum(['answer', 'ask', 'hold', 'close']).meta({ id: 'Tier' })
export type Tier = z.infer<typeof Tier>
export const Stage = z.enum(['presale', 'insale', 'aftersale']).meta({ id: 'Stage' })
export type Stage = z.infer<typeof Stage>
export const Mood = z.enum(['calm', 'happy', 'worried', 'hesitant', 'angry']).meta({ id: 'Mood' })
export type Mood = z.infer<typeof Mood>
export const Register = z.enum(['neutral', 'formal', 'slangy']).meta({ id: 'Register' })
export type Register = z.infer<typeof Register>
/** How hard a shopper bargains: asks once, presses, threatens to leave, pleads. */
export const Haggle = z.enum(['probe', 'insist', 'threat', 'plea']).meta({ id: 'Haggle' })
export type Haggle = z.infer<typeof Haggle>

export const ACTIONS = [
  'remark.add',
  'price.change',
  'courier.urge',
  'refund.approve',
  'coupon.send',
  'address.change',
  'item.change',
  'order.cancel',
  'order.merge',
  'stock.notify',
  'return.open',
  'compensation.ask',
  'receipt.extend',
  'invoice.issue',
  'callback.book',
  'handover.aftersale',
  'handover.lead',
  'warehouse.check',
  'resend.open',
] as const
export const Action = z.enum(ACTIONS).meta({ id: 'Action' })
export type Action = z.infer<typeof Action>

/** A guard finding; `start` and `end` are UTF-16 offsets into the checked text, `fix` replaces exactly that span. */
export const Warning = z
  .object({
    rule: z.string(),
    level: z.enum(['hint', 'warn', 'block']),
    start: z.int(),
    end: z.int(),
    says: z.string(),
    fix: z.string().optional(),
  })
  .meta({ id: 'Warning' })
export type Warning = z.infer<typeof Warning>

export const Reason = z.object({ feature: z.string(), value: z.number(), says: z.string() }).meta({ id: 'Reason' })
export type Reason = z.infer<typeof Reason>

export const Part = z
  .object({
    kind: z.enum(['text', 'image', 'product', 'coupon', 'file']),
    text: z.string().optional(),
    ref: z.string().optional(),
    alt: z.string().optional(),
  })
  .meta({ id: 'Part' })

export const Todo = z
  .object({ action: Action, copy: z.string().optional(), done: z.literal(false) })
  .meta({ id: 'Todo' })
export type Todo = z.infer<typeof Todo>

export const Suggestion = z
  .object({
    id: Id,
    scriptId: Id,
    intent: z.string(),
    tier: Tier,
    text: z.string(),
    templateText: z.string(),
    parts: z.array(Part),
    score: z.number(),
    reasons: z.array(Reason),
    asks: z.array(z.string()),
    missing: z.array(z.string()),
    todo: z.array(Todo),
    warnings: z.array(Warning),
    gloss: z.string().optional(),
  })
  .meta({ id: 'Suggestion' })
export type Suggestion = z.infer<typeof Suggestion>

export const Intent = z
  .object({ name: z.string(), family: z.string(), confidence: z.number().min(0).max(1) })
  .meta({ id: 'Intent' })
export type Intent = z.infer<typeof Intent>

/** A slot value found in a message: `value` is normalised (height in cm, weight and mass in kg, money as a decimal), `text` is what was written. */
export const Entity = z
  .object({
    slot: z.string(),
    value: z.union([z.string(), z.number()]),
    unit: z.string().optional(),
    text: z.string(),
    start: z.int(),
    end: z.int(),
    messageIndex: z.int(),
  })
  .meta({ id: 'Entity' })
export type Entity = z.infer<typeof Entity>

/**
 * Where a flow of the playbook stands. `since` counts the agent's lines when it came there, `touched` the shopper's messages when it was last spoken of.
 */
export const FlowStanding = z
  .object({ id: z.string(), state: z.string(), since: z.int(), touched: z.int() })
  .meta({ id: 'FlowStanding' })
export type FlowStanding = z.infer<typeof FlowStanding>

/**
 * What an agent has given way in a price (F8): `price` is the lowest granted, for so many `pieces`; `amount` the margin given away, as far as what the goods
 * cost is known. Decimals in the store's currency. A price that stands in no figure ("10 off" goods whose price is unknown) is absent.
 */
export const Conceded = z
  .object({
    price: z.number().optional(),
    amount: z.number().optional(),
    pieces: z.int(),
    product: z.string().optional(),
  })
  .meta({ id: 'Conceded' })
export type Conceded = z.infer<typeof Conceded>

/** The dialogue state, a fold of the conversation, with all that the fold needs to go on. Clients see `ShownState`. */
export const State = z
  .object({
    stage: Stage,
    mood: Mood,
    register: Register,
    product: z.string().optional(),
    expects: z.array(z.string()),
    rung: z.int().optional(),
    types: z.array(z.object({ id: z.string(), score: z.number(), evidence: z.string() })),
    flows: z.array(FlowStanding),
    locale: Locale,
    /** Ids of the products spoken of, in the order in which they came. */
    spoken: z.array(z.string()).optional(),
    /** Latest value per slot, as found in the shopper's messages. */
    slots: z.record(
      z.string(),
      z.object({ value: z.union([z.string(), z.number()]), unit: z.string().optional(), text: z.string() }),
    ),
    /** Script ids the agent has already used, oldest first. */
    used: z.array(z.string()),
    /** Fingerprints of what agents have said, newest last, to avoid repeating. */
    said: z.array(z.string()),
    /** Per slot that the shopper has told anew: how many lines agents had said by then. */
    changed: z.record(z.string(), z.int()).optional(),
    /** What the agent's last question was about: the shopper's own topics, then what the agent brought up. */
    pending: z.array(z.string()).optional(),
    /** The topics last spoken of, likeliest first, greetings and the like aside. */
    about: z.array(z.object({ name: z.string(), share: z.number() })).optional(),
    /** Intents of shopper messages that no agent has answered yet. */
    openQuestions: z.array(
      z.object({ name: z.string(), family: z.string(), confidence: z.number(), text: z.string() }),
    ),
    /** How hot anger or worry still is, 0..1: an agent's lines cool it, the mood itself changes with the shopper's next line. */
    heat: z.number().optional(),
    /** How the haggling that waits for a reply is done, the strongest of a burst. */
    haggle: Haggle.optional(),
    /** What an agent has granted below the price. */
    conceded: Conceded.optional(),
    /** 0..1, how ready to buy the shopper sounds. */
    buying: z.number().optional(),
    /** What the shopper wants to be noted on the order, in their words, oldest first. */
    wishes: z.array(z.string()).optional(),
    /** Acts that the agent has ticked off. */
    done: z.array(Action).optional(),
    /** The newest status of the order that was spoken of. */
    order: OrderStatus.optional(),
    agentTurns: z.int(),
    shopperTurns: z.int(),
  })
  .meta({ id: 'State' })
export type State = z.infer<typeof State>

/** Where a flow stands, with its name and what it wants now in the agent's language; the leading one comes first. */
export const ShownFlow = FlowStanding.pick({ id: true, state: true })
  .extend({ name: z.string(), says: z.string() })
  .meta({ id: 'ShownFlow' })

/** What clients are shown of the state; the rest grows with the talk and says nothing to them. */
export const ShownState = State.pick({
  stage: true,
  mood: true,
  register: true,
  product: true,
  expects: true,
  rung: true,
  types: true,
  slots: true,
  conceded: true,
})
  .extend({ flows: z.array(ShownFlow) })
  .meta({ id: 'ShownState' })
export type ShownState = z.infer<typeof ShownState>

export const GAPS = ['no_script', 'all_blocked', 'out_of_scope', 'nothing_to_answer'] as const
export const BECAUSE = ['message', 'agent_reply', 'event', 'facts', 'idle', 'manual'] as const

export const Answer = z
  .object({
    turnId: Id,
    conversationId: Id.optional(),
    messageIds: z.array(Id),
    because: z.enum(BECAUSE),
    locale: Locale,
    abstained: z.boolean(),
    gap: z.enum(GAPS).optional(),
    /** A lead has switched the store's suggestions off for a while. */
    paused: z.literal(true).optional(),
    intents: z.array(Intent),
    entities: z.array(Entity),
    state: ShownState,
    suggestions: z.array(Suggestion),
    unknownFacts: z.array(z.string()).optional(),
    dropped: z.array(z.object({ scriptId: z.string(), code: z.string() })).optional(),
    timings: z.looseObject({ totalMs: z.number() }),
  })
  .meta({ id: 'Answer' })
export type Answer = z.infer<typeof Answer>
