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
export type Entry = Readonly<Record<string, unknown>>

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const objects = (value: unknown): Entry[] =>
  Array.isArray(value) ? value.filter((one): one is Entry => typeof one === 'object' && one !== null) : []

/** The fields that nothing else holds, as JSON where they are no texts. */
function others(entry: Entry, used: readonly string[]): Record<string, string> {
  const rest = Object.entries(entry).filter(([name, value]) => !used.includes(name) && value !== null)
  return Object.fromEntries(
    rest.map(([name, value]) => [name, typeof value === 'string' ? `"${value}"` : JSON.stringify(value)]),
  )
}

function restored(extra: Phrase['extra']): Entry {
  return Object.fromEntries(
    Object.entries(extra).map(([name, value]) => {
      if (value.startsWith('"')) return [name, value.slice(1, -1)]
      try {
        return [name, JSON.parse(value) as unknown]
      } catch {
        return [name, value]
      }
    }),
  )
}

/** HTML of a macro as text: paragraphs and breaks are new lines. */
export function plainText(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
    .replace(/<[^>]{0,500}>/g, '')
    .replace(/&(nbsp|lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name]!)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
const ENTITIES: Readonly<Record<string, string>> = { nbsp: ' ', lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

const COMMENTS = ['comment_value', 'comment_value_html']

export const JSON_FORMATS: readonly JsonFormat[] = [
  {
    id: 'gorgias',
    lists: ['data'],
    is: (entry) => objects(entry.actions).some(({ name }) => name === 'setResponseText'),
    read(entry) {
      const answer = objects(entry.actions).find(({ name }) => name === 'setResponseText')
      const body = (answer?.arguments ?? {}) as Entry
      const said = text(body.body_text) || plainText(text(body.body_html))
      return {
        ...EMPTY,
        title: text(entry.name),
        group: text(entry.intent),
        language: text(entry.language),
        text: said,
        extra: others(entry, ['name', 'intent', 'language', 'actions']),
      }
    },
    write: ({ title, group, language, text: body_text, extra }) => ({
      ...restored(extra),
      name: title,
      intent: group,
      language,
      actions: [{ name: 'setResponseText', title: 'Add response text', type: 'user', arguments: { body_text } }],
    }),
  },
  {
    id: 'zendesk',
    lists: ['macros'],
    is: (entry) => objects(entry.actions).some(({ field }) => COMMENTS.includes(text(field))),
    read(entry) {
      const answer = objects(entry.actions).find(({ field }) => COMMENTS.includes(text(field)))
      const value = Array.isArray(answer?.value) ? text(answer.value.at(-1)) : text(answer?.value)
      const folders = text(entry.title).split('::')
      return {
        ...EMPTY,
        title: folders.at(-1)!,
        group: folders.slice(0, -1).join('::'),
        text: answer?.field === 'comment_value_html' ? plainText(value) : value,
        isOff: entry.active === false,
        extra: others(entry, ['title', 'active', 'actions']),
      }
    },
    write: ({ title, group, text: value, isOff, extra }) => ({
      ...restored(extra),
      title: group === '' ? title : `${group}::${title}`,
      active: !isOff,
      actions: [{ field: 'comment_value', value }],
    }),
  },
  {
    id: 'intercom',
    lists: ['data', 'macros'],
    is: (entry) => entry.type === 'macro' || 'body_text' in entry,
    read: (entry) => ({
      ...EMPTY,
      title: text(entry.name),
      text: text(entry.body_text) || plainText(text(entry.body)),
      extra: others(entry, ['name', 'body', 'body_text', 'type']),
    }),
    write: ({ title, text: body_text, extra }) => ({ ...restored(extra), type: 'macro', name: title, body_text }),
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
      extra: others(
        entry,
        Array.isArray(entry.triggers) && entry.triggers.length > 1
          ? ['trigger', 'label', 'replace']
          : ['trigger', 'triggers', 'label', 'replace'],
      ),
    }),
    write: ({ code, title, text: replace, extra }) => ({
      ...('triggers' in extra ? {} : { trigger: code }),
      ...restored(extra),
      ...(title === '' ? {} : { label: title }),
      replace,
    }),
  },
]

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
  if (Array.isArray(given)) return objects(given)
  if (typeof given !== 'object' || given === null) return undefined
  const named = lists.map((name) => (given as Entry)[name]).find(Array.isArray)
  if (named) return objects(named)
  return is(given as Entry) ? [given as Entry] : undefined
}

/** Writes phrases as the list of a format. */
export function writePhraseList(phrases: readonly Omit<Phrase, 'row'>[], { lists, write }: JsonFormat): Entry {
  return { [lists[0]!]: phrases.map(write) }
}
