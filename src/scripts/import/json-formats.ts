import { type Entry, isObject, objects, others, restored, text } from './entry.ts'
import { plainText } from './html-text.ts'
import { answered, answering, GORGIAS, ZENDESK } from './macro-answer.ts'
import { EMPTY, type Phrase, type PhraseFault, type PhraseFile } from './phrase.ts'

/** A list of phrases as a program's interface gives it out: each entry is read, and written, by itself. */
export interface JsonFormat {
  readonly id: string
  /** The names under which answers of the interface hold the list. */
  readonly lists: readonly string[]
  readonly is: (entry: Entry) => boolean
  readonly read: (entry: Entry) => Omit<Phrase, 'row'> | undefined
  readonly write: (phrase: Omit<Phrase, 'row'>) => Entry
}

export const JSON_FORMATS: readonly JsonFormat[] = [
  {
    id: 'gorgias',
    lists: ['data'],
    is: ({ actions }) => objects(actions).some(GORGIAS.is),
    read(entry) {
      const { said, isAll } = answered(entry.actions, GORGIAS)
      return {
        ...EMPTY,
        title: text(entry.name),
        group: text(entry.intent),
        language: text(entry.language),
        text: said,
        extra: others(entry, ['name', 'intent', 'language', ...(isAll ? ['actions'] : [])]),
      }
    },
    write({ title, group, language, text: said, extra }) {
      const { actions, ...rest } = restored(extra)
      return {
        ...rest,
        name: title,
        intent: group || null,
        language: language || null,
        actions: answering(actions, said, GORGIAS),
      }
    },
  },
  {
    id: 'zendesk',
    lists: ['macros'],
    is: ({ actions }) => objects(actions).some(ZENDESK.is),
    read(entry) {
      const { said, isAll } = answered(entry.actions, ZENDESK)
      const folders = text(entry.title).split('::')
      return {
        ...EMPTY,
        title: folders.at(-1)!,
        group: folders.slice(0, -1).join('::'),
        text: said,
        isOff: entry.active === false,
        extra: others(entry, ['title', 'active', ...(isAll ? ['actions'] : [])]),
      }
    },
    write({ title, group, text: said, isOff, extra }) {
      const { actions, ...rest } = restored(extra)
      return {
        ...rest,
        title: group === '' ? title : `${group}::${title}`,
        active: !isOff,
        actions: answering(actions, said, ZENDESK),
      }
    },
  },
  {
    id: 'intercom',
    lists: ['data', 'macros'],
    is: (entry) => entry.type === 'macro' || 'body_text' in entry,
    read: (entry) => ({
      ...EMPTY,
      title: text(entry.name),
      text: intercomText(entry),
      extra: others(entry, ['name', 'type', ...('body' in entry ? [] : ['body_text'])]),
    }),
    write({ title, text: said, extra }) {
      const { body, body_text, ...rest } = restored(extra)
      const isKept = body !== undefined && intercomText({ body, body_text }) === said
      const words = isKept ? { body, ...(body_text === undefined ? {} : { body_text }) } : { body_text: said }
      return { ...rest, type: 'macro', name: title, ...words }
    },
  },
  {
    id: 'chatwoot',
    lists: ['payload', 'data'],
    is: (entry) => 'short_code' in entry && 'content' in entry,
    read: (entry) => ({
      ...EMPTY,
      code: text(entry.short_code),
      text: text(entry.content),
      extra: others(entry, ['short_code', 'content']),
    }),
    write: ({ code, text: content, extra }) => ({ ...restored(extra), short_code: code, content }),
  },
  {
    id: 'espanso',
    lists: ['matches'],
    is: (entry) => 'replace' in entry,
    read: (entry) => ({
      ...EMPTY,
      code: text(entry.trigger) || text(Array.isArray(entry.triggers) ? entry.triggers[0] : ''),
      title: text(entry.label),
      text: text(entry.replace),
      extra: others(entry, ['trigger', 'label', 'replace']),
    }),
    write({ code, title, text: replace, extra }) {
      const { triggers, ...rest } = restored(extra)
      const several = Array.isArray(triggers) && triggers.length > 0
      return {
        ...(several ? { triggers: triggers.with(0, code) } : code === '' ? {} : { trigger: code }),
        ...rest,
        ...(title === '' ? {} : { label: title }),
        replace,
      }
    },
  },
]

const intercomText = ({ body, body_text }: Entry) => text(body_text) || plainText(text(body))

/** Reads the list that a JSON or YAML file holds; undefined when it is none of a known format. */
export function readPhraseList(
  given: unknown,
  formatId?: string,
): { readonly format: JsonFormat; readonly file: PhraseFile } | undefined {
  for (const format of JSON_FORMATS) {
    if (formatId !== undefined && format.id !== formatId) continue
    const list = listIn(given, format)
    if (!list || (formatId === undefined && !list.some(format.is))) continue
    const phrases: Phrase[] = []
    const faults: PhraseFault[] = []
    list.forEach((entry, i) => {
      const found = format.is(entry) ? format.read(entry) : undefined
      if (found && found.text.trim() !== '') phrases.push({ ...found, row: i + 1 })
      else faults.push({ row: i + 1, kind: 'empty', message: 'it has no text' })
    })
    return { format, file: { phrases, faults } }
  }
  return undefined
}

function listIn(given: unknown, { lists, is }: JsonFormat): Entry[] | undefined {
  // what is no entry keeps its place: it is told as a fault
  const entries = (list: readonly unknown[]) => list.map((one) => (isObject(one) ? one : {}))
  if (Array.isArray(given)) return entries(given)
  if (!isObject(given)) return undefined
  const named = lists.map((name) => given[name]).find(Array.isArray)
  if (named) return entries(named)
  return is(given) ? [given] : undefined
}

/** Writes phrases as the list of a format. */
export function writePhraseList(phrases: readonly Omit<Phrase, 'row'>[], { lists, write }: JsonFormat): Entry {
  return { [lists[0]!]: phrases.map(write) }
}
