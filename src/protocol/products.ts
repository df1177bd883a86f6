import { z } from 'zod'
import { Id, Locale, Timestamp } from './atoms.ts'

/** Cards as a store's files have them, each whole; a fault is answered with its path (`body.products.3.price`), and then nothing is written. */
export const ProductsRequest = z
  .object({
    store: Id.optional(),
    products: z
      .array(z.looseObject({ id: Id }))
      .min(1)
      .max(50_000),
  })
  .meta({ id: 'ProductsRequest' })
export const ProductsQuery = z.object({ store: Id.optional(), dryRun: z.enum(['true', 'false']).optional() })
export const ProductsWritten = z
  .object({ store: Id, added: z.int(), changed: z.int(), unchanged: z.int() })
  .meta({ id: 'ProductsWritten' })

/** What of the goods grows old. */
export const AgingField = z.enum(['price', 'stock'])
/**
 * How a product stands: `stale` is too old to be said for sure; `missing` is asked for by scripts of those languages, and neither on the card nor told since; `scripts` are
 * for it alone by their condition, or say its name in their words.
 */
export const ProductStanding = z
  .object({
    stale: z.array(AgingField),
    missing: z.array(
      z.object({
        slot: z.string(),
        locales: z.array(Locale),
        scripts: z.object({ count: z.int(), first: z.array(Id) }),
      }),
    ),
    scripts: z.array(z.object({ id: Id, locale: Locale, text: z.string(), by: z.enum(['condition', 'words']) })),
  })
  .meta({ id: 'ProductStanding' })
export type ProductStanding = z.infer<typeof ProductStanding>

const Price = z.number().min(0).max(1_000_000)
/** Prices and stock as they are at `asOf` (absent = now); what is absent stays, and grows no younger: a price alone does not date the stock. `specialPrice` null = there is none any more. */
export const StockChange = z
  .object({
    id: Id,
    price: Price.optional(),
    specialPrice: Price.nullish(),
    variants: z
      .array(z.object({ sku: z.string().min(1), price: Price.optional(), stock: z.int().min(0).optional() }))
      .max(1_000)
      .optional(),
    asOf: Timestamp.optional(),
  })
  .meta({ id: 'StockChange' })
export const StockRequest = z
  .object({ store: Id.optional(), products: z.array(StockChange).min(1).max(10_000) })
  .meta({ id: 'StockRequest' })
/** `taken` = durable and in use; the others are named, each with the place at fault. */
export const StockResult = z
  .object({ taken: z.int(), faults: z.array(z.object({ path: z.string(), message: z.string() })) })
  .meta({ id: 'StockResult' })

/**
 * Goods of a sheet (the body: CSV, xlsx, or one card of JSON per line). `map` = JSON `{path: column}` where columns go by other names. Size charts stand on a
 * sheet of their own, which products name in the column `sizeChart` (尺码表), or in a CSV of their own, which names its `products`. With any fault nothing is
 * written; `dryRun=true` only reports.
 */
export const GoodsImportQuery = z.object({
  store: Id.optional(),
  map: z.string().max(4_000).optional(),
  dryRun: z.enum(['true', 'false']).optional(),
})
/** `jsonl` holds everything, the tables what a table can; `charts` = the size charts alone, as a CSV. */
export const GoodsExportQuery = z.object({
  store: Id.optional(),
  format: z.enum(['jsonl', 'csv', 'xlsx', 'charts']).optional(),
})
/**
 * What is wrong with a cell or a card; `value` = what stands there, or what it names: `nameless` no id, `missing` nothing where something must be, `no_number`, `no_flag` no yes
 * or no, `wrong_kind` such as a list in the place of a text, `unreadable` not to be understood, `out_of_range`, `unsorted` rows that do not run upwards, `unknown_field`, `twice`, `taken` by the product
 * `value`, `no_product` and `no_chart` of that name, `idle_chart` that no product has, `wrong_letters` in the encoding `value`.
 */
export const GoodsFaultKind = z.enum([
  'nameless',
  'missing',
  'no_number',
  'no_flag',
  'wrong_kind',
  'unreadable',
  'out_of_range',
  'unsorted',
  'unknown_field',
  'twice',
  'taken',
  'no_product',
  'no_chart',
  'idle_chart',
  'wrong_letters',
])
export type GoodsFaultKind = z.infer<typeof GoodsFaultKind>

/**
 * `unknown` = columns, and sheets, that mean nothing to us; a fault stands at a row of the file, or of one `sheet` of several, `path` within the card; `message` says
 * it in English.
 */
export const GoodsReport = z
  .object({
    store: Id,
    written: z.boolean(),
    counts: z.object({ added: z.int(), changed: z.int(), unchanged: z.int() }),
    unknown: z.array(z.string()),
    faults: z.array(
      z.object({
        sheet: z.string().optional(),
        row: z.int(),
        path: z.string(),
        kind: GoodsFaultKind,
        value: z.string().optional(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'GoodsReport' })
export type GoodsReport = z.infer<typeof GoodsReport>
