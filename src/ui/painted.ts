/** How long somebody needs to see a change and keep a finger back, in milliseconds. */
export const REACTION_MS = 400

/** What stood on the screen and since when (milliseconds of one clock), newest last; `undefined` = nothing stood there. */
export type Painted<List> = readonly { readonly list: List | undefined; readonly since: number }[]

/** The history with `list` on the screen from now on; what nobody can mean any more is forgotten. */
export function paint<List>(painted: Painted<List>, list: List | undefined, now: number): Painted<List> {
  const meant = painted.findLastIndex(({ since }) => since <= now - REACTION_MS)
  return [...painted.slice(Math.max(0, meant)), { list, since: now }]
}

/** What is on the screen. */
export function shown<List>(painted: Painted<List>): List | undefined {
  return painted.at(-1)?.list
}

/** What somebody means who pressed a key at `pressedAt`: what stood there before whatever changed in the last 400 ms. */
export function meant<List>(painted: Painted<List>, pressedAt: number): List | undefined {
  return painted.findLast(({ since }) => since <= pressedAt - REACTION_MS)?.list
}
