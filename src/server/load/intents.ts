import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { normalise, type Utterance } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { type FileFault, FileFaults, readPlaced, readYaml } from './read-yaml.ts'

const Name = z.object({ zh: z.string(), en: z.string(), ko: z.string() })
const TopicSpec = Name.extend({ categories: z.array(z.string().regex(/^C\d{2,3}$/)).min(1) })
const TopicsFile = z.record(z.string(), z.object({ name: Name, topics: z.record(z.string(), TopicSpec) }))
const Entry = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
  error: 'expected a text, or a list of a text and the other topics that are meant',
})
const UtterancesFile = z.strictObject({
  family: z.string(),
  topics: z.record(z.string(), z.array(Entry).min(1)),
})

/** A topic with the playbook categories that answer it and its names. */
export interface Topic {
  readonly id: string
  readonly categories: readonly string[]
  readonly name: Readonly<Record<Locale, string>>
}

/** Reads `topics.yaml`: every topic as `family.topic`. */
export async function readTopics(directory: string): Promise<Topic[]> {
  const families = await readYaml(join(directory, 'topics.yaml'), TopicsFile)
  return Object.entries(families).flatMap(([family, { topics }]) =>
    Object.entries(topics).map(([topic, { categories, ...name }]) => ({ id: `${family}.${topic}`, categories, name })),
  )
}

/** An utterance and where it stands. */
interface Placed {
  readonly utterance: Utterance
  readonly where: () => { readonly file: string; readonly line: number }
}

/**
 * Reads the training utterances of one language, in a fixed order.
 * @throws FileFaults with all there are: a family or topic that `topics.yaml` does not have, a text that says nothing or is broken,
 * the same text under two families of which neither names the other.
 */
export async function readUtterances(
  directory: string,
  locale: Locale,
  topics: readonly Topic[],
): Promise<Utterance[]> {
  const known = new Set(topics.flatMap(({ id }) => [id, familyOf(id)]))
  const placed: Placed[] = []
  const faults: FileFault[] = []
  for (const name of (await readdir(join(directory, locale))).sort()) {
    if (!name.endsWith('.yaml')) continue
    try {
      placed.push(...(await readFamily(join(directory, locale, name), known, faults)))
    } catch (error) {
      if (!(error instanceof FileFaults)) throw error
      faults.push(...error.faults)
    }
  }
  faults.push(...conflicts(placed))
  if (faults.length > 0) throw new FileFaults(faults)
  return placed.map(({ utterance }) => utterance)
}

async function readFamily(file: string, known: ReadonlySet<string>, faults: FileFault[]): Promise<Placed[]> {
  const { data, lineOf } = await readPlaced(file, UtterancesFile)
  const fault = (path: readonly (string | number)[], message: string) =>
    faults.push({ file, line: lineOf(path), path: path.join('.'), message })
  if (!known.has(data.family)) {
    fault(['family'], `unknown family "${data.family}"`)
    return []
  }
  const placed: Placed[] = []
  for (const [topic, entries] of Object.entries(data.topics)) {
    const id = `${data.family}.${topic}`
    if (!known.has(id)) fault(['topics', topic], `unknown topic "${id}"`)
    for (const [i, entry] of entries.entries()) {
      const path = ['topics', topic, i]
      const [text = '', ...also] = typeof entry === 'string' ? [entry] : entry
      const unknown = also.find((label) => !known.has(label))
      if (unknown !== undefined) fault(path, `"${text}": unknown intent "${unknown}"`)
      if (!text.isWellFormed()) fault(path, 'half a character: a surrogate stands alone')
      else if (normalise(text).text === '') fault(path, 'a text that says nothing')
      placed.push({ utterance: { text, topics: [id, ...also] }, where: () => ({ file, line: lineOf(path) }) })
    }
  }
  return placed
}

/** The model would learn both halves of a contradiction; a text that means two things says so with a second topic. */
function conflicts(placed: readonly Placed[]): FileFault[] {
  const byText = Map.groupBy(placed, ({ utterance }) => normalise(utterance.text).text)
  return [...byText.values()].flatMap((same) =>
    same.flatMap((one, i) => {
      const other = same.slice(0, i).find((earlier) => disagree(earlier.utterance.topics, one.utterance.topics))
      if (other === undefined) return []
      const { file, line } = other.where()
      const { text, topics } = one.utterance
      const message = `"${text}" is "${other.utterance.topics[0]}" at ${file}:${line}: keep one, with the other as a second topic`
      return [{ ...one.where(), path: topics[0]!, message }]
    }),
  )
}

function disagree(a: readonly string[], b: readonly string[]): boolean {
  const names = (topics: readonly string[], family: string) => topics.some((topic) => familyOf(topic) === family)
  return !names(a, familyOf(b[0]!)) && !names(b, familyOf(a[0]!))
}

function familyOf(topic: string): string {
  return topic.split('.')[0]!
}
