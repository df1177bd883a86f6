import { EMPTY, type Phrase } from './phrase.ts'

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
  /** The kind of file its program reads; absent = CSV. */
  readonly file?: 'xlsx'
  /** The first columns in their order, for a program that reads by place. */
  readonly layout?: readonly string[]
  /** What stands in a column of `layout` that is no field of ours, unless something else is known. */
  readonly usual?: Readonly<Record<string, string>>
  /** What stands in a row of its own above the heading. */
  readonly above?: string
  /** `code` holds keywords and `text` alternatives, as `keyword-replies.ts` reads them. */
  readonly keywords?: boolean
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
    file: 'xlsx',
    layout: ['分类', '类型', '标题', '内容'],
    usual: { 类型: 'TEXT' },
  },
  {
    id: 'chatgpt-on-cs',
    columns: { code: ['匹配关键词'], text: ['回复内容'] },
    known: [['匹配关键词', '回复内容']],
    file: 'xlsx',
    layout: ['匹配关键词', '回复内容', '平台'],
    usual: { 平台: '' },
    above:
      '匹配关键词：几个关键词用 | 分开，* 代表任意内容，a[and]b 表示两段都要有\n回复内容：几种说法用 [or] 分开，[~] 是随机字符，图片写成 [@]路径[/@]',
    keywords: true,
  },
  {
    id: 'liveperson',
    columns: { code: ['Hot Keys'], title: ['Title'], text: ['Text'], group: ['Categories'], language: ['Language'] },
    known: [['Item ID', 'Language', 'Title', 'Text']],
    layout: ['Item ID', 'Language', 'Title', 'Text', 'Categories', 'Hot Keys'],
    usual: { 'Item ID': '' },
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
    layout: ['unique_id', 'title', 'msg', 'tags', 'languages'],
    usual: { unique_id: '' },
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

export const formats = (): readonly TableFormat[] => TABLE_FORMATS

/** Titles and notes may stand above a heading; it is looked for in so many rows. */
export const ROWS_WITH_HEADING = 5

/** The format whose columns stand in the heading of a table; a table of no known program is a `table`. */
export function tableFormatOf(rows: readonly (readonly string[])[]): TableFormat {
  for (const row of rows.slice(0, ROWS_WITH_HEADING)) {
    const names = new Set(row.map((name) => name.trim()))
    const found = formats().find(({ known }) => known.some((all) => all.every((name) => names.has(name))))
    if (found) return found
  }
  return formats().at(-1)!
}

/** Which of a phrase a table of this format can hold. */
export function heldBy({ columns }: TableFormat, phrase: Phrase): Phrase {
  const held = (Object.keys(columns) as PhraseField[]).map((field) => [field, phrase[field]])
  return { ...EMPTY, row: phrase.row, text: phrase.text, extra: phrase.extra, ...Object.fromEntries(held) }
}
