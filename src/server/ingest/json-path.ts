/** A place in a webhook's JSON: `data.list[0].id`, from the element that is mapped, or with `$` in front from the whole body. `[-1]` is the last of a list. */
export interface JsonPath {
  readonly text: string
  readonly isFromRoot: boolean
  readonly steps: readonly (string | number)[]
}

/** What paths are read in: the whole body, and the element of a list that is mapped (the body itself, where there is no list). */
export interface Scope {
  readonly root: unknown
  readonly item: unknown
}

const STEP = /(?:^|\.)([^.[\]\s$]{1,100})|\[(-?\d{1,6})\]/y

/** The path of a text, or undefined when it is none. */
export function parsePath(text: string): JsonPath | undefined {
  const isFromRoot = text.startsWith('$')
  const rest = text.replace(/^\$\.?/, '')
  const steps: (string | number)[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < rest.length) {
    const match = STEP.exec(rest)
    if (!match) return undefined
    steps.push(match[1] ?? Number(match[2]))
  }
  return steps.length > 0 || text === '$' ? { text, isFromRoot, steps } : undefined
}

/** What stands at a path; undefined when nothing does, and for null. Only what the JSON itself holds is seen, nothing it inherits. */
export function readPath({ isFromRoot, steps }: JsonPath, scope: Scope): unknown {
  let value = isFromRoot ? scope.root : scope.item
  for (const step of steps) {
    if (typeof value !== 'object' || value === null) return undefined
    if (typeof step === 'number') value = Array.isArray(value) ? value.at(step) : undefined
    else value = Object.hasOwn(value, step) ? (value as Record<string, unknown>)[step] : undefined
  }
  return value ?? undefined
}
