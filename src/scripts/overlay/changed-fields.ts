/** A field that two versions of a document do not share; `path` like `wordings.0.short`, absent = it is not there. */
export interface ChangedField {
  readonly path: string
  readonly before?: unknown
  readonly after?: unknown
}

/** What changed between two JSON values, field by field, in the order in which the fields stand. */
export function changedFields(before: unknown, after: unknown, path = ''): ChangedField[] {
  if (isContainer(before) && isContainer(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    return [...names].flatMap((name) =>
      changedFields(before[name], after[name], path === '' ? name : `${path}.${name}`),
    )
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
