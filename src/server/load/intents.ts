import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Utterance } from '../../intents/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { type FileFault, FileFaults, readYaml } from './read-yaml.ts'

const Name = z.object({ zh: z.string(), en: z.string(), ko: z.string() })
const TopicSpec = Name.extend({ categories: z.array(z.string().regex(/^C\d{2,3}$/)).min(1) })
const TopicsFile = z.record(z.string(), z.object({ name: Name, topics: z.record(z.string(), TopicSpec) }))
const UtterancesFile = z.strictObject({
  family: z.string(),
  topics: z.record(z.string(), z.array(z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]))),
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

/**
 * Reads the training utterances of one language, in a fixed order.
 * @throws FileFaults when a file names a family or topic that `topics.yaml` does not have.
 */
export async function readUtterances(
  directory: string,
  locale: Locale,
  topics: readonly Topic[],
): Promise<Utterance[]> {
  const known = new Set(topics.flatMap(({ id }) => [id, id.split('.')[0]!]))
  const out: Utterance[] = []
  const faults: FileFault[] = []
  for (const name of (await readdir(join(directory, locale))).sort()) {
    if (!name.endsWith('.yaml')) continue
    const file = join(directory, locale, name)
    const { family, topics: listed } = await readYaml(file, UtterancesFile)
    for (const [topic, texts] of Object.entries(listed)) {
      for (const entry of texts) {
        const [text, ...also] = typeof entry === 'string' ? [entry] : entry
        const labels = [`${family}.${topic}`, ...also]
        const unknown = labels.find((label) => !known.has(label))
        if (unknown)
          faults.push({ file, line: 1, path: `topics.${topic}`, message: `"${text}": unknown intent "${unknown}"` })
        out.push({ text: text!, topics: labels })
      }
    }
  }
  if (faults.length > 0) throw new FileFaults(faults)
  return out
}
