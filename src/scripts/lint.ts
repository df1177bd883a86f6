import type { Locale } from '../protocol/index.ts'
import type { Script } from './record.ts'
import { parseTemplate, type Template } from './template.ts'

/** A fault of the library, at the place it was read from. */
export interface LibraryFault {
  readonly file: string
  readonly line: number
  readonly scriptId: string
  readonly message: string
}

/** A script and where it stands. */
export interface Placed {
  readonly script: Script
  readonly file: string
  readonly line: number
}

export interface LintOptions {
  /** Every `family.topic` there is. */
  readonly topics: readonly string[]
  /** Languages in which every topic must be answerable. */
  readonly locales: readonly Locale[]
}

/** A short form is read in the middle of a talk; real agents' lines have nine characters at the median. A slot counts as four. */
const SHORT_MOST: Readonly<Record<Locale, number>> = { zh: 20, en: 80, ko: 40 }
const SLOT_LENGTH = 4

/** Checks scripts against the vocabulary and each other: slots, ids, intents, reach, duplicate wordings, short forms, topics nobody answers. */
export function lintLibrary(placed: readonly Placed[], { topics, locales }: LintOptions): LibraryFault[] {
  const faults: LibraryFault[] = []
  const known = new Set([...topics, ...topics.map((topic) => topic.split('.')[0]!)])
  const ids = new Map<string, Placed>()
  const texts = new Map<string, Placed>()
  for (const place of placed) {
    const { script } = place
    const fault = (message: string) => faults.push({ file: place.file, line: place.line, scriptId: script.id, message })
    const twin = ids.get(script.id)
    if (twin) fault(`id also stands at ${twin.file}:${twin.line}`)
    ids.set(script.id, place)
    for (const intent of script.intents) if (!known.has(intent)) fault(`unknown intent "${intent}"`)
    if (script.intents.length === 0 && !script.when.event && !script.when.flow)
      fault('unreachable: neither an intent nor an event nor a flow raises it')
    if (script.for.length > 0 && script.intents.length === 0)
      fault('unreachable: written for customer types, but for no intent')
    for (const text of script.wordings.flatMap(({ open, short }) => (open === short ? [open] : [open, short]))) {
      const other = texts.get(text)
      if (other) fault(`same wording as ${other.script.id} (${other.file}:${other.line}): "${text}"`)
      texts.set(text, place)
    }
    for (const { open, short } of script.wordings) {
      for (const text of [open, short]) faultOfTemplate(text, fault)
      const length = shownLength(short)
      if (length > SHORT_MOST[script.locale])
        fault(`short form has ${length} characters, more than ${SHORT_MOST[script.locale]}: "${short}"`)
    }
  }
  for (const locale of locales) {
    const answered = new Set(
      placed
        .filter(({ script }) => script.locale === locale && script.for.length === 0)
        .flatMap(({ script }) => script.intents),
    )
    for (const topic of topics) {
      if (!answered.has(topic))
        faults.push({ file: `data/scripts/${locale}`, line: 1, scriptId: '', message: `no script answers ${topic}` })
    }
  }
  return faults
}

function faultOfTemplate(text: string, fault: (message: string) => void): void {
  try {
    parseTemplate(text)
  } catch (error) {
    fault((error as Error).message)
  }
}

function shownLength(text: string): number {
  let template: Template
  try {
    template = parseTemplate(text)
  } catch {
    return 0
  }
  return template.reduce(
    (sum, part) =>
      sum + (typeof part === 'string' ? part.length : ['you', 'smile'].includes(part.slot) ? 0 : SLOT_LENGTH),
    0,
  )
}
