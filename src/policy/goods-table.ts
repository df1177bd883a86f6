import { type GoodsFault, goodsFault } from './goods-fault.ts'

/** A cell of a sheet of goods that cannot be used; `row` counted from 1 with the heading, `sheet` where a workbook has several. */
export interface RowFault extends GoodsFault {
  readonly sheet?: string | undefined
  readonly row: number
}

/** A card as a sheet has it, not checked yet, with the row it begins on. */
export interface RawCard {
  readonly sheet?: string | undefined
  readonly row: number
  readonly card: Record<string, unknown>
}

type Kind = 'words' | 'text' | 'number' | 'list' | 'flag'
export interface GoodsColumn {
  /** Where it stands in a card; `variant.…` in the variant of its row, `external.…` among the platforms' ids. */
  readonly path: string
  /** `words` may be given in one language each, in columns like `title.en`. */
  readonly kind: Kind
  readonly names: readonly string[]
}
/** A column of a sheet, and the language of its words where it says so. */
type Column = GoodsColumn & { readonly locale?: string | undefined }

const column = (path: string, kind: Kind, ...names: string[]): GoodsColumn => ({ path, kind, names: [path, ...names] })

/** What the columns of a sheet of goods are called. `sizeChart` names a chart, as `size-chart-table.ts` reads them. */
export const GOODS_COLUMNS: readonly GoodsColumn[] = [
  column('id', 'text', '商品编号', '商品编码', '商家编码', '货号', '상품번호'),
  column('title', 'words', '标题', '商品标题', '商品名称', '상품명'),
  column('shortName', 'words', '简称', '短标题'),
  column('aliases', 'list', '别名'),
  column('category', 'text', '类目', '카테고리'),
  column('type', 'text', '类型'),
  column('url', 'text', '链接', '商品链接'),
  column('price', 'number', '价格', '一口价', '가격'),
  column('specialPrice', 'number', '活动价', '促销价', '특가'),
  column('weight', 'number', '重量', '重量kg'),
  column('perPerson', 'number', '限购'),
  column('care', 'words', '洗护', '保养'),
  column('flaws', 'list', '瑕疵'),
  column('dark', 'list', '深色'),
  column('sizeChart', 'text', '尺码表', '사이즈표'),
  column('sold', 'number', '销量'),
  column('rating', 'number', '评分'),
  column('photosReal', 'flag', '实拍'),
  column('noReasonReturn', 'flag', '七天无理由'),
  column('restock', 'words', '补货'),
  column('asOf', 'text', '更新时间'),
  column('priceAsOf', 'text', '价格更新时间'),
  column('stockAsOf', 'text', '库存更新时间'),
  column('external.taobao', 'text', 'taobao', '淘宝id', '宝贝id'),
  column('external.jd', 'text', 'jd', '京东id'),
  column('external.pdd', 'text', 'pdd', '拼多多id'),
  column('external.douyin', 'text', 'douyin', '抖音id'),
  column('variant.sku', 'text', 'sku', 'sku编码', '规格编码'),
  column('variant.colour', 'words', 'colour', 'color', '颜色'),
  column('variant.size', 'text', 'size', '尺码'),
  column('variant.flavour', 'words', 'flavour', '口味'),
  column('variant.pack', 'words', 'pack', '规格'),
  column('variant.price', 'number', 'sku价格', '规格价格'),
  column('variant.stock', 'number', 'stock', '库存', '재고'),
  ...(
    [
      ['material', '材质', '面料'],
      ['ingredients', '配料', '成分'],
      ['season', '季节'],
      ['thickness', '厚薄'],
      ['spec', '净含量'],
      ['shelfLife', '保质期'],
      ['storage', '储存'],
      ['origin', '产地'],
      ['brand', '品牌'],
      ['taste', '口感'],
      ['usage', '用法'],
      ['suits', '适用'],
      ['feature', '卖点'],
      ['advantage', '优势'],
      ['benefit', '好处'],
      ['batch', '批次'],
      ['safety', '安全'],
      ['package', '包装'],
      ['colourNote', '色差'],
    ] as const
  ).map(([name, ...names]) => column(`attributes.${name}`, 'words', ...names)),
]

/**
 * Cards from a sheet with a heading: a row that repeats the id of the one before it, or has none, is another variant of that product; what a cell leaves
 * empty the card leaves out. Columns that nobody knows are named. `mapping` = column by path, where it goes by another name.
 */
export function goodsOfTable(
  rows: readonly (readonly string[])[],
  mapping: Readonly<Record<string, string>> = {},
): { readonly cards: readonly RawCard[]; readonly faults: readonly RowFault[]; readonly unknown: readonly string[] } {
  const heading = (rows[0] ?? []).map((name) => name.trim())
  const renamed = new Map(Object.entries(mapping).map(([path, name]) => [name.toLowerCase(), path]))
  const columns = heading.map((name) => columnOf(renamed.get(name.toLowerCase()) ?? name))
  const faults: RowFault[] = []
  const cards: RawCard[] = []
  for (const [i, cells] of rows.slice(1).entries()) {
    const row = i + 2
    if (cells.every((cell) => cell.trim() === '')) continue
    const found = new Map<string, unknown>()
    columns.forEach((known, place) => {
      const cell = (cells[place] ?? '').trim()
      if (!known || cell === '') return
      const value = readCell(cell, known.kind)
      if (value === undefined)
        faults.push({ row, ...goodsFault(known.path, known.kind === 'flag' ? 'no_flag' : 'no_number', cell) })
      else found.set(known.path, known.locale ? inLanguage(found.get(known.path), known.locale, cell) : value)
    })
    const id = found.get('id')
    const before = cards.at(-1)
    if (id === undefined && !before) faults.push({ row, ...goodsFault('id', 'nameless') })
    else if (before && (id === undefined || id === before.card.id)) addVariant(before.card, found)
    else cards.push({ row, card: cardOf(found) })
  }
  return { cards, faults, unknown: heading.filter((name, place) => name !== '' && !columns[place]) }
}

function columnOf(name: string): Column | undefined {
  const asked = name.toLowerCase()
  const known = GOODS_COLUMNS.find(({ names }) => names.some((one) => one.toLowerCase() === asked))
  if (known) return known
  const [, base, locale] = /^(.+)\.(zh|en|ko)$/.exec(asked) ?? []
  const words = base === undefined ? undefined : columnOf(base)
  return words?.kind === 'words' ? { ...words, locale } : undefined
}

/** What stands in a column without a language is for all of them. */
const inLanguage = (before: unknown, locale: string, cell: string): unknown =>
  typeof before === 'string' ? before : { ...(before as object | undefined), [locale]: cell }

function readCell(cell: string, kind: Kind): unknown {
  if (kind === 'text' || kind === 'words') return cell
  if (kind === 'list') return cell.split(/[|；;\n]/).flatMap((one) => one.trim() || [])
  if (kind === 'flag') {
    if (/^(?:true|1|yes|是|支持|有)$/i.test(cell)) return true
    return /^(?:false|0|no|否|不支持|无)$/i.test(cell) ? false : undefined
  }
  const number = Number(cell.replace(/^[¥￥$₩]|元$|,/g, ''))
  return Number.isFinite(number) ? number : undefined
}

function cardOf(found: ReadonlyMap<string, unknown>): Record<string, unknown> {
  const card: Record<string, unknown> = {}
  const [attributes, externalIds]: Record<string, unknown>[] = [{}, {}]
  for (const [path, value] of found) {
    const [group, name] = path.split('.') as [string, string | undefined]
    if (group === 'attributes') attributes![name!] = value
    else if (group === 'external') externalIds![name!] = value
    else if (group !== 'variant') card[path] = value
  }
  // a sheet without a column of short names means the titles
  if (card.shortName === undefined && card.title !== undefined) card.shortName = card.title
  Object.assign(card, { category: card.category ?? 'other', attributes, externalIds })
  addVariant(card, found)
  return card
}

function addVariant(card: Record<string, unknown>, found: ReadonlyMap<string, unknown>): void {
  const own = [...found].filter(([path]) => path.startsWith('variant.'))
  if (own.length === 0) return
  const variants = (card.variants ?? []) as Record<string, unknown>[]
  const variant = Object.fromEntries(own.map(([path, value]) => [path.slice('variant.'.length), value]))
  card.variants = [...variants, { sku: `${card.id}-${variants.length + 1}`, ...variant }]
}
