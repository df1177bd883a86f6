export type Values = Readonly<Record<string, unknown>>

/** The values with one of them changed; undefined takes it out. */
export function withValue(values: Values, name: string, value: unknown): Values {
  if (value !== undefined) return { ...values, [name]: value }
  const { [name]: _, ...rest } = values
  return rest
}
