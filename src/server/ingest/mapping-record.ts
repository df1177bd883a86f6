import { z } from 'zod'
import { Channel, EVENT_TYPES, MessageKind, MessageRole } from '../../protocol/index.ts'
import { IdValue, Path, Scalar, Value, ValueOf } from './mapped-value.ts'

/** Where a fact goes: `order.status`. */
const FactName = z
  .string()
  .regex(
    /^(?!.*\b(?:__proto__|constructor|prototype)\b)[A-Za-z_]\w{0,59}(?:\.[A-Za-z_]\w{0,59}){0,3}$/,
    'a fact is named like order.status',
  )

/** Live facts by name, each with where it is found. */
export const FactsMapping = z.record(FactName, Value)
export type FactsMapping = z.infer<typeof FactsMapping>

const AgentMapping = z.strictObject({ id: IdValue, name: Value.optional() })

const MessageMapping = z.strictObject({
  id: IdValue,
  role: ValueOf(MessageRole),
  kind: ValueOf(MessageKind).optional(),
  text: Value.optional(),
  agent: AgentMapping.optional(),
  ref: z.strictObject({ id: Value.optional(), url: Value.optional() }).optional(),
  at: Value.optional(),
})

const EventMapping = z.strictObject({
  id: IdValue,
  type: ValueOf(z.enum(EVENT_TYPES)),
  /** Absent = when the webhook arrives. */
  at: Value.optional(),
  data: z.record(z.string().regex(/^[A-Za-z]\w{0,59}$/), Value).optional(),
})

const Tests = z.record(z.string(), z.union([Scalar, z.array(Scalar).min(1).max(50)])).transform((tests, ctx) =>
  Object.entries(tests).map(([text, wanted]) => {
    const { success, data } = Path.safeParse(text)
    if (!success) ctx.addIssue({ code: 'custom', path: [text], message: `"${text}" is no path` })
    return { path: data!, wanted: [wanted].flat().map(String) }
  }),
)
export type Tests = z.infer<typeof Tests>

/** What one kind of webhook says. Every rule whose `when` holds is applied. */
export const MappingRule = z
  .strictObject({
    /** Tests of the whole body: path -> the value, or one of the values, that must stand there. */
    when: Tests.default([]),
    /** A list in the body: the rule is applied to each of its elements, whose paths begin there. */
    each: Path.optional(),
    /** Tests of each element, for lists of which only some mean anything. */
    where: Tests.default([]),
    conversation: IdValue,
    agent: AgentMapping.optional(),
    message: MessageMapping.optional(),
    event: EventMapping.optional(),
    facts: FactsMapping.optional(),
  })
  .refine(({ message, event, facts }) => message ?? event ?? facts, 'a rule brings a message, an event or facts')
export type MappingRule = z.infer<typeof MappingRule>

const Header = z
  .string()
  .regex(/^[\w-]{1,80}$/, 'a name of a header')
  .transform((name) => name.toLowerCase())

/** How a platform proves that a webhook is its own: a signature, a bearer secret of its own, or an API key of this service. */
const Auth = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('hmac'),
      header: Header,
      algorithm: z.enum(['sha1', 'sha256', 'sha512']).default('sha256'),
      encoding: z.enum(['hex', 'base64']).default('hex'),
      prefix: z.string().max(40).default(''),
      timestamp: z.strictObject({ header: Header, toleranceSeconds: z.int().min(1).max(3600).default(300) }).optional(),
      signs: z.string().max(100).includes('{body}').default('{body}'),
    })
    .refine(({ timestamp, signs }) => (timestamp !== undefined) === signs.includes('{timestamp}'), {
      path: ['signs'],
      message: 'a time is either signed ({timestamp} in `signs`) and checked (`timestamp`), or neither',
    }),
  z.strictObject({ kind: z.literal('bearer') }),
  z.strictObject({ kind: z.literal('key') }),
])
export type MappingAuth = z.infer<typeof Auth>

/** `STORES_DIR/<store>/ingest/<platform>.yaml` of a platform we have no code for. */
export const MappingRecord = z.strictObject({
  /** The channel its conversations are kept under; absent = the platform's name. */
  channel: Channel.optional(),
  auth: Auth,
  rules: z.array(MappingRule).min(1).max(50),
})
export type MappingRecord = z.infer<typeof MappingRecord>
