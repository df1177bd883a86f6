/** The part of JSON Schema that a policy is described with. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly format?: string
  readonly const?: string
  readonly enum?: readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

type Properties = Readonly<Record<string, Schema>>

export type Kind =
  | { readonly is: 'text' | 'date' | 'switch' | 'localised' | 'list' | 'json' }
  | { readonly is: 'number'; readonly step: 'any' | 1 }
  | { readonly is: 'choice' | 'choices'; readonly values: readonly string[] }
  | { readonly is: 'group'; readonly properties: Properties }
  /** A list of what has a form of its own. */
  | { readonly is: 'rows'; readonly items: Schema }
  /** So many fields in a row, without names. */
  | { readonly is: 'tuple'; readonly items: readonly Schema[] }
  /** Names that are the store's own, each with a value; `names` when only these can be. */
  | { readonly is: 'record'; readonly values: Schema; readonly names?: readonly string[] }
  /** One of several groups, told apart by what the field `by` says. */
  | { readonly is: 'variant'; readonly by: string; readonly variants: Readonly<Record<string, Properties>> }
  /** One value for all, or one for each of several names. */
  | { readonly is: 'per_name'; readonly plain: Schema; readonly each: Schema }
  /** Each of several values under a condition of its own. */
  | { readonly is: 'by_condition'; readonly plain: Schema; readonly only: Schema }

const LOCALISED = '#/$defs/Localised'

/** How a field is edited, by its schema and by what stands in it: what has no form is edited as JSON. */
export function kindOf(schema: Schema, value: unknown, root: Schema): Kind {
  if (schema.$ref === LOCALISED) return { is: 'localised' }
  const known = resolved(schema, root)
  const any = known.anyOf ?? known.oneOf
  if (any) return kindOfAny(any, value, root)
  if (known.enum) return { is: 'choice', values: known.enum }
  if (known.type === 'object') return kindOfObject(known, root)
  if (known.type === 'boolean') return { is: 'switch' }
  if (known.type === 'number' || known.type === 'integer')
    return { is: 'number', step: known.type === 'integer' ? 1 : 'any' }
  if (known.type === 'string') return { is: known.format === 'date' ? 'date' : 'text' }
  if (known.type === 'array') return kindOfArray(known, value, root)
  return { is: 'json' }
}

function kindOfObject({ properties, additionalProperties, propertyNames }: Schema, root: Schema): Kind {
  if (properties) return { is: 'group', properties }
  if (typeof additionalProperties !== 'object') return { is: 'json' }
  const names = propertyNames && resolved(propertyNames, root).enum
  return { is: 'record', values: additionalProperties, ...(names ? { names } : {}) }
}

function kindOfArray({ items, prefixItems }: Schema, value: unknown, root: Schema): Kind {
  if (prefixItems) return { is: 'tuple', items: prefixItems }
  if (!items) return { is: 'json' }
  const one = resolved(items, root)
  if (one.enum) return { is: 'choices', values: one.enum }
  const isPlain = one.type === 'number' || one.type === 'integer' || (one.type === 'string' && one.format !== 'date')
  if (isPlain) return { is: isPlainList(value) ? 'list' : 'json' }
  return { is: 'rows', items }
}

/** Most fields may stand once, or by channel, region and date (`[{value, only}]`). */
function kindOfAny(any: readonly Schema[], value: unknown, root: Schema): Kind {
  const conditional = any.map((one) => conditionalOf(one, root)).find((one) => one !== undefined)
  const plain = any.filter((one) => !conditionalOf(one, root) && one.type !== 'null')
  if (conditional && isByCondition(value))
    return {
      is: 'by_condition',
      plain: plain.length === 1 ? plain[0]! : { anyOf: plain },
      only: conditional.only!,
    }
  if (plain.length === 1) return kindOf(plain[0]!, value, root)
  const known = plain.map((one) => resolved(one, root))
  const variants = variantsOf(known, root)
  if (variants) return variants
  if (known.every(({ type }) => type === 'string' || type === 'object')) return { is: 'localised' }
  const each = known.find(({ type, additionalProperties }) => type === 'object' && additionalProperties)
  const one = known.find((other) => other !== each)
  if (each && one && known.length === 2) return { is: 'per_name', plain: one, each }
  // one, or several of the same
  const list = known.find(({ type }) => type === 'array')
  const isOneOrMany =
    known.length === 2 && list?.items?.type === 'string' && known.some(({ type }) => type === 'string')
  return { is: isOneOrMany ? 'list' : 'json' }
}

function variantsOf(known: readonly Schema[], root: Schema): Kind | undefined {
  const groups = known.map(({ properties }) => properties)
  const by = Object.keys(groups[0] ?? {}).find((name) =>
    groups.every((one) => constOf(one?.[name], root) !== undefined),
  )
  if (by === undefined) return undefined
  const variants = groups.map((properties) => {
    const { [by]: told, ...rest } = properties!
    return [constOf(told, root)!, rest] as const
  })
  return { is: 'variant', by, variants: Object.fromEntries(variants) }
}

const constOf = (schema: Schema | undefined, root: Schema): string | undefined => schema && resolved(schema, root).const

function resolved(schema: Schema, root: Schema): Schema {
  return schema.$ref ? (root.$defs?.[schema.$ref.replace('#/$defs/', '')] ?? schema) : schema
}

/** The parts of `[{value, only}]`, where that is what a schema describes. */
function conditionalOf(schema: Schema, root: Schema): Properties | undefined {
  const { type, items } = resolved(schema, root)
  const properties = type === 'array' && items ? resolved(items, root).properties : undefined
  const names = Object.keys(properties ?? {})
  return names.length === 2 && names.includes('value') && names.includes('only') ? properties : undefined
}

const isByCondition = (value: unknown): boolean =>
  Array.isArray(value) && value.some((one) => typeof one === 'object' && one !== null && 'value' in one)

/** What is there: one value that holds without a condition, which the service writes as a list of one, is taken out of it. */
export function plainOf(value: unknown, schema: Schema, root: Schema): unknown {
  const any = resolved(schema, root).anyOf ?? []
  if (!any.some((one) => conditionalOf(one, root)) || !isByCondition(value)) return value
  const [first, ...others] = value as readonly { readonly value: unknown; readonly only?: object }[]
  const isAlways = first?.only === undefined || Object.keys(first.only).length === 0
  return others.length === 0 && isAlways ? first!.value : value
}

const isPlainList = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((one) => typeof one !== 'object'))

/** What a new entry of a list begins as. */
export function emptyOf(schema: Schema, root: Schema): unknown {
  const { is } = kindOf(schema, undefined, root)
  return is === 'group' || is === 'variant' || is === 'record' ? {} : is === 'rows' || is === 'tuple' ? [] : ''
}

/** The schema of the whole. */
export const wholeOf = (root: Schema): Schema => resolved(root, root)
