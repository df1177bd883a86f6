import type { Locale } from '../protocol/index.ts'
import type { PanelSource } from './source.ts'
import type { Language } from './words/language.ts'

type Names = Readonly<Record<string, string>>

/** Names that the service has for things: slots beyond those the panel knows, and products. Where they cannot be read ids do. */
export class Vocabulary {
  private readonly source: PanelSource
  private slots = new Map<string, Names>()

  constructor(source: PanelSource) {
    this.source = source
    void this.read<{ slots?: { name: string; says: Names }[] }>('/v1/slots').then(({ slots = [] }) => {
      this.slots = new Map(slots.map(({ name, says }) => [name, says]))
    })
  }

  slotName(slot: string, { locale, slots }: Language): string {
    return slots[slot] ?? this.slots.get(slot)?.[locale] ?? slot
  }

  async products(store: string | undefined, locale: Locale): Promise<{ id: string; name: string }[]> {
    const path = `/v1/products?limit=200${store === undefined ? '' : `&store=${encodeURIComponent(store)}`}`
    const { products = [] } = await this.read<{ products?: { id: string; shortName: string | Names }[] }>(path)
    return products.map(({ id, shortName }) => ({
      id,
      name: typeof shortName === 'string' ? shortName : (shortName[locale] ?? id),
    }))
  }

  private async read<T extends object>(path: string): Promise<T | Record<string, never>> {
    return ((await this.source.request(path).catch(() => undefined)) ?? {}) as T
  }
}
