/** A JSON Schema, as far as our documents use it. */
export interface JsonSchema {
  readonly $ref?: string
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly minimum?: number
  readonly minLength?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

const TEXTS: Readonly<Record<string, string>> = {
  'date-time': '2026-11-22T10:00:00+08:00',
  date: '2026-11-22',
  uri: 'https://shop.example/',
}

/** A small value that a schema allows: what it requires, and the fields in `named`, which stand wherever something is called so. */
export function exampleOf(
  schema: JsonSchema,
  resolve: (ref: string) => JsonSchema,
  named: Readonly<Record<string, unknown>>,
): unknown {
  const made = (one: JsonSchema): unknown => {
    if (one.$ref !== undefined) return made(resolve(one.$ref))
    if (one.const !== undefined) return one.const
    if (one.enum) return one.enum[0]
    const choice = one.anyOf?.[0] ?? one.oneOf?.[0] ?? one.allOf?.[0]
    if (choice) return made(choice)
    if (one.properties || one.type === 'object') {
      const required = new Set(one.required)
      return Object.fromEntries(
        Object.entries(one.properties ?? {}).flatMap(([name, property]) => {
          if (Object.hasOwn(named, name)) return [[name, named[name]]]
          return required.has(name) ? [[name, made(property)]] : []
        }),
      )
    }
    if (one.type === 'array') return one.items ? [made(one.items)] : []
    if (one.type === 'boolean') return true
    if (one.type === 'integer' || one.type === 'number') return Math.max(1, one.minimum ?? 1)
    return TEXTS[one.format ?? ''] ?? '在吗'.padEnd(one.minLength ?? 0, '吗')
  }
  return made(schema)
}
