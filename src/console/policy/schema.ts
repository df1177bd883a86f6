/** The part of JSON Schema that a policy is described with. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly minimum?: number
  readonly maximum?: number
}

export type Kind =
  | { readonly is: 'text' | 'switch' | 'localised' | 'list' | 'json' }
  | { readonly is: 'number'; readonly step: 'any' | 1 }
  | { readonly is: 'choice'; readonly values: readonly string[] }
  | { readonly is: 'group'; readonly properties: Readonly<Record<string, Schema>> }
  /** Each of several values under a condition of its own; `plain` describes one of them. */
  | { readonly is: 'by_condition'; readonly plain: Schema }

const LOCALISED = '#/$defs/Localised'

/** How a field is edited, by its schema and by what stands in it: what has no simple form is edited as JSON. */
export function kindOf(schema: Schema, value: unknown, root: Schema): Kind {
  if (schema.$ref === LOCALISED) return { is: 'localised' }
  const known = resolved(schema, root)
  const { type, properties, anyOf } = known
  if (anyOf) return kindOfAny(anyOf, value, root)
  if (known.enum) return { is: 'choice', values: known.enum }
  if (type === 'object' && properties) return { is: 'group', properties }
  if (type === 'boolean') return { is: 'switch' }
  if (type === 'number' || type === 'integer') return { is: 'number', step: type === 'integer' ? 1 : 'any' }
  if (type === 'string') return { is: 'text' }
  if (type === 'array') {
    const items = known.items && resolved(known.items, root)
    const isPlain = items?.type === 'string' || items?.type === 'number' || items?.type === 'integer'
    return { is: isPlain && isPlainList(value) ? 'list' : 'json' }
  }
  return { is: 'json' }
}

/** Most fields may stand once, or by channel, region and date (`[{value, only}]`). */
function kindOfAny(anyOf: readonly Schema[], value: unknown, root: Schema): Kind {
  const plain = anyOf.filter((one) => !isConditional(one, root))
  if (isByCondition(value)) return { is: 'by_condition', plain: plain.length === 1 ? plain[0]! : { anyOf: plain } }
  if (plain.length === 1) return kindOf(plain[0]!, value, root)
  const isText = plain.every((one) => ['string', 'object'].includes(resolved(one, root).type ?? ''))
  return { is: isText ? 'localised' : 'json' }
}

function resolved(schema: Schema, root: Schema): Schema {
  return schema.$ref ? (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? schema) : schema
}

function isConditional(schema: Schema, root: Schema): boolean {
  const items = schema.type === 'array' ? schema.items && resolved(schema.items, root) : undefined
  return items?.properties !== undefined && 'value' in items.properties && 'only' in items.properties
}

const isByCondition = (value: unknown): boolean =>
  Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null && 'value' in one)

/** What is there: one value that holds without a condition, which the service writes as a list of one, is taken out of it. */
export function plainOf(value: unknown): unknown {
  if (!isByCondition(value)) return value
  const [first, ...others] = value as readonly { readonly value: unknown; readonly only?: object }[]
  const isAlways = first?.only === undefined || Object.keys(first.only).length === 0
  return others.length === 0 && isAlways ? first!.value : value
}

const isPlainList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one !== 'object'))

/** The schema of the whole. */
export const wholeOf = (root: Schema): Schema => resolved(root, root)
