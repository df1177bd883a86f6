import { featuresOf } from '../features.ts'
import { normalise } from '../normalise.ts'
import { type Model, rowOf, type Utterance } from './model.ts'

export type FeaturesOf = (normalised: string) => readonly number[]

/** One utterance per text: what stands under two topics carries both, the first given leading. */
export function merged(utterances: readonly Utterance[]): Utterance[] {
  const byText = new Map<string, Utterance>()
  for (const utterance of utterances) {
    const key = normalise(utterance.text).text
    const known = byText.get(key)
    byText.set(
      key,
      known ? { text: known.text, topics: [...new Set([...known.topics, ...utterance.topics])] } : utterance,
    )
  }
  return [...byText.values()]
}

/** Every k-th utterance of a topic that has more than `most`, so that all of its file is represented. */
export function evenly(utterances: readonly Utterance[], most: number): Utterance[] {
  const sizes = new Map<string, number>()
  for (const { topics } of utterances) sizes.set(topics[0]!, (sizes.get(topics[0]!) ?? 0) + 1)
  const seen = new Map<string, number>()
  return utterances.filter(({ topics }) => {
    const at = seen.get(topics[0]!) ?? 0
    seen.set(topics[0]!, at + 1)
    const size = sizes.get(topics[0]!)!
    return size <= most || Math.floor(((at + 1) * most) / size) > Math.floor((at * most) / size)
  })
}

/** Features seen once or twice say nothing general: they are left out, which also makes the model a third. */
export function tableOf(
  texts: readonly string[],
  features: FeaturesOf = featuresOf,
): { table: Uint32Array; count: number } {
  const seen = new Map<number, number>()
  for (const text of texts) {
    for (const hash of new Set(features(text))) seen.set(hash, (seen.get(hash) ?? 0) + 1)
  }
  const kept = [...seen].filter(([hash, documents]) => documents > 2 && hash !== 0)
  let size = 1024
  while (size < kept.length * 2) size *= 2
  const table = new Uint32Array(size * 2)
  kept.forEach(([hash], row) => {
    let cell = (Math.imul(hash, 0x9e3779b1) & (size - 1)) * 2
    while (table[cell] !== 0) cell = (cell + 2) & (table.length - 1)
    table[cell] = hash
    table[cell + 1] = row
  })
  return { table, count: kept.length }
}

/** The rows of a message, each once. */
export function rowsOf(model: Pick<Model, 'table'>, features: readonly number[]): Uint32Array {
  const rows = new Set<number>()
  for (const hash of features) {
    const row = rowOf(model, hash)
    if (row >= 0) rows.add(row)
  }
  return Uint32Array.from(rows)
}

/** What a message should be read as: classes and their parts, adding up to 1. */
export type Target = readonly (readonly [cls: number, part: number])[]

/** The topics of an utterance: the others share `alsoShare` of the target. */
export function targetOf(
  utterance: Utterance,
  { topics, familyOf, families }: Pick<Model, 'topics' | 'familyOf' | 'families'>,
  alsoShare: number,
): Target {
  const [first, ...also] = utterance.topics
  const target: [number, number][] = [[topics.indexOf(first!), also.length > 0 ? 1 - alsoShare : 1]]
  for (const name of also) {
    // an "also" may name a family only: its mass is spread over that family's topics
    const family = families.indexOf(name)
    const inside = family < 0 ? [topics.indexOf(name)] : topics.flatMap((_, i) => (familyOf[i] === family ? [i] : []))
    for (const topic of inside) target.push([topic, alsoShare / also.length / inside.length])
  }
  return target.filter(([topic]) => topic >= 0)
}

/** The same target summed by family. */
export function byFamily(target: Target, familyOf: Uint8Array): Target {
  const parts = new Map<number, number>()
  for (const [topic, part] of target) parts.set(familyOf[topic]!, (parts.get(familyOf[topic]!) ?? 0) + part)
  return [...parts]
}
