import { formulaSafe, type Phrase, type PhraseFault, type PhraseFile, typedSafe, unguarded } from './phrase.ts'
import { type PhraseField, ROWS_WITH_HEADING, type TableFormat } from './table-formats.ts'

type Rows = readonly (readonly string[])[]

/** Reads a table by its heading, which a title may stand above. `mapping` names the column of a field where it goes by another name. */
export function readPhraseTable(
  rows: Rows,
  { columns, escapes, active, usual = {} }: TableFormat,
  mapping: Readonly<Partial<Record<PhraseField, string>>> = {},
): PhraseFile {
  const wanted = { ...columns, ...Object.fromEntries(Object.entries(mapping).map(([field, name]) => [field, [name]])) }
  const placesIn = (names: readonly string[]) => {
    const lowered = names.map((name) => name.toLowerCase())
    return new Map(
      (Object.entries(wanted) as [PhraseField, readonly string[]][]).flatMap(([field, known]) => {
        const place = known.map((name) => lowered.indexOf(name.toLowerCase())).find((at) => at >= 0)
        return place === undefined ? [] : [[field, place] as const]
      }),
    )
  }
  const at = rows.slice(0, ROWS_WITH_HEADING).findIndex((row) => placesIn(namesOf(row)).has('text'))
  const heading = namesOf(rows[Math.max(at, 0)] ?? [])
  if (at < 0) {
    const message = `no column holds the text: there are ${heading.join(', ')}`
    return { phrases: [], faults: [{ row: 1, kind: 'no_text_column', message }] }
  }
  const places = placesIn(heading)
  const names = distinct(heading)
  const used = new Set(places.values())
  const phrases: Phrase[] = []
  const faults: PhraseFault[] = []
  rows.slice(at + 1).forEach((cells, i) => {
    const row = at + i + 2
    const cell = (place: number | undefined) => {
      const raw = place === undefined ? '' : unguarded(cells[place] ?? '')
      return escapes ? unescaped(raw) : raw
    }
    const of = (field: PhraseField) => cell(places.get(field))
    if (cells.every((one) => one.trim() === '')) return
    if (of('text').trim() === '') {
      faults.push({ row, kind: 'empty', column: heading[places.get('text')!]!, message: 'it has no text' })
      return
    }
    const off = of('isOff').trim().toLowerCase()
    const isFalse = ['false', '0', 'no', '否'].includes(off)
    const rest = cells.flatMap((_, place) => {
      const name = names[place] ?? `column ${place + 1}`
      const value = cell(place)
      return used.has(place) || value === '' || value === usual[name] ? [] : [[name, value] as const]
    })
    phrases.push({
      row,
      code: of('code'),
      title: of('title'),
      group: of('group'),
      text: of('text'),
      language: of('language'),
      isOff: off !== '' && (active ? isFalse : !isFalse),
      extra: Object.fromEntries(rest),
    })
  })
  return { phrases, faults }
}

/**
 * Writes phrases as a table with its heading; what the format has no column for stands in columns of its own. `file` says whether cells can be taken for
 * formulas: those of a CSV can, those of a workbook say that they are text.
 */
export function writePhraseTable(
  phrases: readonly Omit<Phrase, 'row'>[],
  { columns, escapes, active, layout = [], usual = {}, above }: TableFormat,
  file: 'csv' | 'xlsx' = 'csv',
): string[][] {
  const safe = file === 'csv' ? formulaSafe : typedSafe
  const cell = (value: string) => safe(escapes ? escaped(value) : value)
  const fields = (Object.entries(columns) as [PhraseField, readonly string[]][]).map(
    ([field, [name]]): Column => ({
      name: name!,
      of: (one) => (field === 'isOff' ? String(active ? !one.isOff : one.isOff) : cell(one[field])),
    }),
  )
  const beside = (name: string): Column => ({ name, of: ({ extra }) => cell(extra[name] ?? usual[name] ?? '') })
  const place = ({ name }: Column) => layout.indexOf(name)
  const first = [...fields, ...Object.keys(usual).map(beside)].toSorted((a, b) => place(a) - place(b))
  const others = new Set(
    phrases.flatMap(({ extra }) => Object.keys(extra)).filter((name) => !Object.hasOwn(usual, name)),
  )
  const written = [...first, ...[...others].map(beside)]
  return [
    ...(above === undefined ? [] : [[above]]),
    written.map(({ name }) => safe(name)),
    ...phrases.map((one) => written.map(({ of }) => of(one))),
  ]
}

interface Column {
  readonly name: string
  readonly of: (phrase: Omit<Phrase, 'row'>) => string
}

const namesOf = (row: readonly string[]) => row.map((name) => unguarded(name).trim())

/** A name for each column, no two the same: what stands in the second of a name would be lost. */
function distinct(heading: readonly string[]): string[] {
  const taken = new Set<string>()
  return heading.map((name, place) => {
    const own = name || `column ${place + 1}`
    let free = own
    for (let n = 2; taken.has(free); n += 1) free = `${own} ${n}`
    taken.add(free)
    return free
  })
}

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
