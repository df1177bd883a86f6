import { EMPTY, formulaSafe, type Phrase, type PhraseFault, type PhraseFile, unguarded } from './phrase.ts'

/** The fields of a phrase that a column can hold. */
export type PhraseField = 'code' | 'title' | 'group' | 'text' | 'language' | 'isOff'

/** A table of phrases: which column holds what, each by the names it goes by; the first is written. */
export interface TableFormat {
  readonly id: string
  readonly columns: Readonly<Partial<Record<PhraseField, readonly string[]>>>
  /** The columns that tell the format from others. */
  readonly known: readonly (readonly string[])[]
  /** Commas and returns stand as `&#44;` and `&#13;`. */
  readonly escapes?: boolean
  /** `isOff` is written as the opposite: a column that says whether it is active. */
  readonly active?: boolean
}

export const TABLE_FORMATS = [
  {
    id: 'qianniu',
    columns: { code: ['快捷短语编码', '快捷编码'], text: ['快捷短语'], group: ['快捷短语分组', '分组'] },
    known: [['快捷短语']],
    escapes: true,
  },
  {
    id: 'bytedesk',
    columns: { group: ['分类'], title: ['标题'], text: ['内容'] },
    known: [['分类', '标题', '内容']],
  },
  {
    id: 'liveperson',
    columns: { code: ['Hot Keys'], title: ['Title'], text: ['Text'], group: ['Categories'], language: ['Language'] },
    known: [['Item ID', 'Language', 'Title', 'Text']],
  },
  {
    id: 'zammad',
    columns: { title: ['name'], code: ['keywords'], text: ['content'], group: ['groups'], isOff: ['active'] },
    known: [['name', 'keywords', 'content']],
    active: true,
  },
  {
    id: 'livehelperchat',
    columns: { title: ['title'], text: ['msg'], group: ['tags'], language: ['languages'] },
    known: [['unique_id', 'msg']],
  },
  {
    id: 'table',
    columns: {
      text: ['text', 'content', 'message', 'reply', '话术', '内容', '回复', '回复内容', '短语', '문구', '내용'],
      code: ['code', 'shortcut', 'short_code', '编码', '快捷码', '단축키'],
      group: ['group', 'category', 'folder', '分组', '分类', '그룹', '분류'],
      title: ['title', 'name', '标题', '名称', '제목'],
      language: ['language', 'locale', '语言', '언어'],
    },
    known: [],
  },
] as const satisfies readonly TableFormat[]
export type TableFormatId = (typeof TABLE_FORMATS)[number]['id']

/** The format whose columns stand in a heading; a table of no known program is a `table`. */
export function tableFormatOf(heading: readonly string[]): TableFormat {
  const names = new Set(heading.map((name) => name.trim()))
  return formats().find(({ known }) => known.some((all) => all.every((name) => names.has(name)))) ?? formats().at(-1)!
}

export const formats = (): readonly TableFormat[] => TABLE_FORMATS

/** Reads a table whose first row is its heading. `mapping` names the column of a field where it goes by another name. */
export function readPhraseTable(
  rows: readonly (readonly string[])[],
  { columns, escapes, active }: TableFormat,
  mapping: Readonly<Partial<Record<PhraseField, string>>> = {},
): PhraseFile {
  const heading = (rows[0] ?? []).map((name) => unguarded(name).trim())
  const places = new Map<PhraseField, number>()
  const wanted = { ...columns, ...Object.fromEntries(Object.entries(mapping).map(([field, name]) => [field, [name]])) }
  for (const [field, names] of Object.entries(wanted) as [PhraseField, readonly string[]][]) {
    const place = names.map((name) => lowered(heading).indexOf(name.toLowerCase())).find((at) => at >= 0)
    if (place !== undefined) places.set(field, place)
  }
  const text = places.get('text')
  if (text === undefined)
    return {
      phrases: [],
      faults: [
        { row: 1, kind: 'no_text_column', message: `no column holds the text: there are ${heading.join(', ')}` },
      ],
    }
  const used = new Set(places.values())
  const phrases: Phrase[] = []
  const faults: PhraseFault[] = []
  rows.slice(1).forEach((cells, i) => {
    const row = i + 2
    const cell = (place: number | undefined) => {
      const raw = place === undefined ? '' : unguarded(cells[place] ?? '')
      return escapes ? unescaped(raw) : raw
    }
    if (cells.every((one) => one.trim() === '')) return
    if (cell(text).trim() === '') {
      faults.push({ row, kind: 'empty', column: heading[text]!, message: 'it has no text' })
      return
    }
    const off = cell(places.get('isOff')).trim().toLowerCase()
    const isFalse = ['false', '0', 'no', '否'].includes(off)
    const rest = cells.flatMap((_, place) =>
      used.has(place) || cell(place) === '' ? [] : [[heading[place] || `column ${place + 1}`, cell(place)] as const],
    )
    phrases.push({
      row,
      code: cell(places.get('code')),
      title: cell(places.get('title')),
      group: cell(places.get('group')),
      text: cell(text),
      language: cell(places.get('language')),
      isOff: off !== '' && (active ? isFalse : !isFalse),
      extra: Object.fromEntries(rest),
    })
  })
  return { phrases, faults }
}

/** Writes phrases as a table with its heading; what the format has no column for stands in columns of its own. */
export function writePhraseTable(
  phrases: readonly Omit<Phrase, 'row'>[],
  { columns, escapes, active }: TableFormat,
): string[][] {
  const fields = Object.entries(columns) as [PhraseField, readonly string[]][]
  const taken = new Set(fields.map(([, names]) => names[0]!.toLowerCase()))
  const extra = [...new Set(phrases.flatMap((one) => Object.keys(one.extra)))].filter(
    (name) => !taken.has(name.toLowerCase()),
  )
  const cell = (value: string) => formulaSafe(escapes ? escaped(value) : value)
  return [
    [...fields.map(([, names]) => names[0]!), ...extra].map(formulaSafe),
    ...phrases.map((one) => [
      ...fields.map(([field]) => (field === 'isOff' ? String(active ? !one.isOff : one.isOff) : cell(one[field]))),
      ...extra.map((name) => cell(one.extra[name] ?? '')),
    ]),
  ]
}

/** Which of a phrase a table of this format can hold. */
export function heldBy({ columns }: TableFormat, phrase: Phrase): Phrase {
  const held = (Object.keys(columns) as PhraseField[]).map((field) => [field, phrase[field]])
  return { ...EMPTY, row: phrase.row, text: phrase.text, extra: phrase.extra, ...Object.fromEntries(held) }
}

const lowered = (names: readonly string[]) => names.map((name) => name.toLowerCase())

function unescaped(cell: string): string {
  return cell.replaceAll('&#13;', '\n').replaceAll('&#44;', ',').replaceAll('&#38;', '&')
}

/** A text that names an escape itself keeps it. */
function escaped(cell: string): string {
  return cell
    .replace(/&(?=#(?:13|44|38);)/g, '&#38;')
    .replace(/\r\n|\r|\n/g, '&#13;')
    .replaceAll(',', '&#44;')
}
