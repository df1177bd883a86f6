/** Something that is counted and grouped: `key` is what its likeness is judged by, `count` its weight. */
export interface Item {
  readonly key: string
  readonly count: number
}

/** Leaders that share one gram are looked at up to this many: a gram of all of them says little, and time must not grow with the square. */
const LOOKED_AT = 64

/**
 * Leader clustering: the heaviest item not yet in a group begins one, later ones join the leader they are most like when that is at least `least` (Dice, 0..1,
 * of single letters and pairs). Order of `items` does not matter; groups come heaviest leader first, members likewise.
 */
export function clustersOf<T extends Item>(items: readonly T[], least: number): T[][] {
  const groups: T[][] = []
  const sizes: number[] = []
  const byGram = new Map<string, number[]>()
  const sorted = [...items].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  for (const item of sorted) {
    const grams = gramsOf(item.key)
    const shared = new Map<number, number>()
    for (const gram of grams)
      for (const leader of byGram.get(gram) ?? []) shared.set(leader, (shared.get(leader) ?? 0) + 1)
    let best = -1
    let likest = least
    for (const [leader, common] of shared) {
      const likeness = (2 * common) / (grams.size + sizes[leader]!)
      if (likeness > likest || (likeness === likest && (best < 0 || leader < best))) {
        best = leader
        likest = likeness
      }
    }
    if (best >= 0) {
      groups[best]!.push(item)
      continue
    }
    for (const gram of grams) {
      const leaders = byGram.get(gram)
      if (!leaders) byGram.set(gram, [groups.length])
      else if (leaders.length < LOOKED_AT) leaders.push(groups.length)
    }
    groups.push([item])
    sizes.push(grams.size)
  }
  return groups
}

function gramsOf(key: string): ReadonlySet<string> {
  const grams = new Set<string>(key)
  for (let i = 0; i + 1 < key.length; i += 1) grams.add(key.slice(i, i + 2))
  return grams
}
