/** The parts of a JSON Schema that stand in a TypeScript type. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly description?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

const NAMED: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
}

/** A schema as a TypeScript type; references become the names of their definitions. @throws Error on what it cannot say */
export function typeOfSchema(schema: Schema): string {
  if (schema.$ref !== undefined) return schema.$ref.split('/').at(-1)!
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choice = schema.anyOf ?? schema.oneOf
  if (choice) return choice.map((one) => `(${typeOfSchema(one)})`).join(' | ')
  if (schema.allOf) return schema.allOf.map((one) => `(${typeOfSchema(one)})`).join(' & ')
  const { type } = schema
  if (type === 'array') return `(${schema.items ? typeOfSchema(schema.items) : 'unknown'})[]`
  if (type === 'object') return typeOfObject(schema)
  if (type === undefined) return 'unknown'
  const names = [type].flat().map((name) => NAMED[name])
  if (names.includes(undefined)) throw new Error(`no type for ${JSON.stringify(schema)}`)
  return names.join(' | ')
}

function typeOfObject({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, field]) => {
    const isNeeded = required.includes(name)
    return `${JSON.stringify(name)}${isNeeded ? '' : '?'}: ${typeOfSchema(field)}${isNeeded ? '' : ' | undefined'}`
  })
  if (additionalProperties === undefined || additionalProperties === false) return `{ ${fields.join('; ')} }`
  // beside named fields an index must admit them all
  const others =
    typeof additionalProperties === 'object' && fields.length === 0 ? typeOfSchema(additionalProperties) : 'unknown'
  return `{ ${[...fields, `[key: string]: ${others}`].join('; ')} }`
}
