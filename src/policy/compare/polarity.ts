/** Whether a text says a thing, says that it is not so, or does not speak of it. */
export type Polarity = 'yes' | 'no' | undefined

/** Ends a clause: what is denied in one says nothing of the next. Points inside numbers end none. */
const CLAUSE = /[,;。!?]|\.(?!\d)/
/** 不含酒精、香精和荧光剂: the denial holds for the whole list. */
const LIST = /不含|不加|无添加|没有添加|\bno\b|\bwithout\b/
const BEFORE = /不|无(?!骨|纺|缝|窨)|没|未|避免|勿|别(?!致)|禁|\b(?:no|not|never|hardly|avoid|without|few)\b|\w+n't\b/
const AFTER = /무첨가|무표백|금지|말 것|말고|않|없|피하|적[은어]|덜 |-free\b|\bfree\b/

/** What a text says of the thing a pattern names. Said and denied in different clauses it is left open. */
export function saidOf(thing: RegExp, text: string): Polarity {
  let found: Polarity
  for (const clause of text.split(CLAUSE)) {
    const hit = thing.exec(clause)
    if (!hit) continue
    const polarity = isDenied(clause, hit.index, hit.index + hit[0].length) ? 'no' : 'yes'
    if (found !== undefined && found !== polarity) return undefined
    found = polarity
  }
  return found
}

/** True when the words at a place of a clause stand under a denial. */
function isDenied(clause: string, start: number, end: number): boolean {
  const before = clause.slice(0, start)
  // with 고 a Korean sentence goes on to its next statement
  const after = clause.slice(end).split(/고 |며 |서 /)[0]!
  return LIST.test(before) || BEFORE.test(before.slice(before.lastIndexOf('、') + 1)) || AFTER.test(after)
}
