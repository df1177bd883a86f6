/** The parts of a JSON Schema that a reader of the documentation cares for. */
export interface Shape {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly items?: Shape
  readonly anyOf?: readonly Shape[]
  readonly oneOf?: readonly Shape[]
  readonly allOf?: readonly Shape[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Shape
  readonly minimum?: number
  readonly maximum?: number
  readonly maxLength?: number
  readonly maxItems?: number
}

/** A schema in one line: `"a" | "b"`, `Message[]`, `{id, name?}`, `integer 1..10`. */
export function typeText(shape: Shape): string {
  if (shape.$ref) return nameOf(shape.$ref)
  if (shape.const !== undefined) return JSON.stringify(shape.const)
  if (shape.enum) return shape.enum.map((value) => JSON.stringify(value)).join(' | ')
  const choice = shape.anyOf ?? shape.oneOf
  if (choice) return choice.map(typeText).join(' | ')
  if (shape.allOf) return shape.allOf.map(typeText).join(' & ')
  if (shape.items) return `${wrap(typeText(shape.items))}[]${shape.maxItems ? ` (at most ${shape.maxItems})` : ''}`
  if (shape.properties)
    return `{${Object.keys(shape.properties)
      .map((name) => fieldName(shape, name))
      .join(', ')}}`
  if (typeof shape.additionalProperties === 'object') return `{[key]: ${typeText(shape.additionalProperties)}}`
  if (shape.format === 'date-time') return 'time'
  return `${shape.type ?? 'any'}${rangeText(shape)}`
}

export const fieldName = (shape: Shape, name: string): string => (shape.required?.includes(name) ? name : `${name}?`)

/** The last part of a reference, without the suffix that tells input from output. */
export const nameOf = (ref: string): string =>
  ref
    .split('/')
    .at(-1)!
    .replace(/Input$/, '')

function wrap(text: string): string {
  return text.includes(' | ') ? `(${text})` : text
}

function rangeText({ type, minimum, maximum, maxLength }: Shape): string {
  if (type === 'string') return maxLength ? ` (at most ${maxLength})` : ''
  const isBounded = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER
  return isBounded ? ` ${minimum ?? 0}..${maximum}` : ''
}
