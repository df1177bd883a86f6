import type { z } from 'zod'

/** One thing wrong in a store's file: where (`shipping.zones.0.fees`, behind the file's name) and what. */
export interface Fault {
  readonly path: string
  readonly message: string
}

/** Every fault of a failed parse, one line per place. Of a choice of shapes, the one that was evidently meant is reported. */
export function faultsOf(error: z.ZodError, where: string): Fault[] {
  const leaves = error.issues.flatMap((issue) => leavesOf(issue, []))
  return leaves.map(({ path, message }) => ({ path: [where, ...path.map(String)].join('.'), message }))
}

interface Leaf {
  readonly path: readonly PropertyKey[]
  readonly message: string
  /** The value was of another type altogether: a sign that this shape was not the one meant. */
  readonly misfit: boolean
}

function leavesOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Leaf[] {
  const path = [...above, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ path, message: issue.message, misfit: issue.code === 'invalid_type' }]
  const branches = issue.errors.map((issues) => issues.flatMap((inner) => leavesOf(inner, path)))
  const near = branches.filter((branch) => branch.some((leaf) => !leaf.misfit || leaf.path.length > path.length))
  // of two shapes that were begun the one with less wrong about it
  const meant = near.sort((a, b) => a.length - b.length)[0]
  if (meant) return meant
  return [{ path, message: [...new Set(branches.flat().map((leaf) => leaf.message))].join('; or '), misfit: true }]
}
