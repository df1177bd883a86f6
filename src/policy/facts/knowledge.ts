import type { SlotName } from '../../intents/index.ts'
import type { Facts, Locale, Mood, Register, Role, State } from '../../protocol/index.ts'
import type { Card, Variant } from '../card.ts'
import type { Catalogue } from '../catalogue.ts'
import { type Limited, type Situation, settle } from '../limited.ts'
import { liveCard } from '../live-card.ts'
import { type LocalTime, localTime } from '../local-time.ts'
import { formatFen } from '../money.ts'
import { zoneOf } from '../postage.ts'
import type { Zone } from '../store/shipping-policy.ts'
import type { Store } from '../store-policy.ts'
import { cardToldAt, isOld } from './is-old.ts'
import type { ToldFacts } from './told.ts'
import { chosenVariants } from './variants.ts'

/** What one turn knows. `slots` are what the shopper said; `live` are the client's facts; `now` is epoch milliseconds. */
export interface FactsInput {
  readonly store: Store
  readonly catalogue: Catalogue
  readonly live?: Facts | undefined
  /** The product the talk is about, when the shopper named one; else the live one, else that of a one-line order. */
  readonly productId?: string | undefined
  readonly slots: State['slots']
  /** What people of the store have told where its files say nothing. */
  readonly told?: ToldFacts | undefined
  /** What was granted below the price earlier in the talk. */
  readonly conceded?: State['conceded'] | undefined
  /** The shopper's words that wait for a reply, in matching form; without them no question is held against the card. */
  readonly words?: string | undefined
  readonly locale: Locale
  readonly channel: string
  readonly agent?: { readonly id: string; readonly name?: string | undefined } | undefined
  /** What the agent may do; without any, the least. */
  readonly roles?: readonly Role[] | undefined
  /** How the shopper speaks and feels: the store's voice follows (R44, playbook 3.7). */
  readonly register?: Register | undefined
  readonly mood?: Mood | undefined
  readonly now: number
}

type Live = NonNullable<FactsInput['live']>

/** Everything the resolvers share, each worked out at most once and only when some slot asks for it. */
export class Knowledge {
  readonly input: FactsInput
  readonly store: Store
  readonly locale: Locale
  private readonly worked = new Map<string, unknown>()

  constructor(input: FactsInput) {
    this.input = input
    this.store = input.store
    this.locale = input.locale
  }

  once<T>(key: string, work: () => T): T {
    if (!this.worked.has(key)) this.worked.set(key, work())
    return this.worked.get(key) as T
  }

  get order(): Live['order'] {
    return this.input.live?.order
  }

  get shopper(): Live['shopper'] {
    return this.input.live?.shopper
  }

  get now(): LocalTime {
    return this.once('now', () => localTime(this.input.now, this.store.timezone))
  }

  /** A value the shopper said, or undefined. */
  said(name: SlotName): State['slots'][string] | undefined {
    return this.input.slots[name]
  }

  get card(): Card | undefined {
    return this.once('card', () => {
      const { catalogue, live, productId } = this.input
      const lines = live?.order?.lines
      const only = lines?.length === 1 ? lines[0] : undefined
      const id = productId ?? live?.product?.id ?? (live?.product ? undefined : only?.id)
      const base = id === undefined ? undefined : catalogue.resolve({ id })
      const about =
        live?.product && (live.product.id === undefined || live.product.id === id || live.product.id === base?.id)
      return about ? liveCard(base, live.product!) : base
    })
  }

  /** The order that questions of value and time are about: not an older one when the talk has turned to a product outside it. */
  get purchase(): Live['order'] {
    return this.once('purchase', () => {
      const { order, card } = this
      const ids = order?.lines?.flatMap((line) => line.id ?? [])
      if (!order || !card || !ids || ids.length === 0) return order
      const holds = ids.some((id) => this.input.catalogue.resolve({ id })?.id === card.id)
      return holds || order.status === 'created' ? order : undefined
    })
  }

  /** The variants that fit what the shopper asked for; `missing` when the product does not come that way. */
  get chosen(): { readonly variants: readonly Variant[]; readonly missing: boolean } {
    return this.once('chosen', () => chosenVariants(this.card?.variants ?? [], this.input.slots))
  }

  /** When the price of the product at hand was told: by the client where it told one, else with the card. */
  get pricedAt(): string | undefined {
    return this.once('pricedAt', () =>
      this.isTold('price', 'specialPrice', 'variants') ? this.toldAt : cardToldAt(this, 'price', this.card),
    )
  }

  /** Pieces left by variant as the client told them, unless that is too long ago. */
  get liveStock(): NonNullable<Live>['stock'] {
    return this.once('liveStock', () =>
      isOld(this, 'stock', this.input.live?.asOf) ? undefined : this.input.live?.stock,
    )
  }

  /** Pieces left, as far as that is known and not too old to be true. */
  stockOf(variant: Variant, card = this.card): number | undefined {
    const live = this.liveStock?.[variant.sku]
    if (live !== undefined) return live
    const told = card === this.card && this.isTold('variants') ? this.toldAt : cardToldAt(this, 'stock', card)
    // what a client told some time ago is newer than a card of no known time
    if (told === undefined && this.input.live?.stock?.[variant.sku] !== undefined) return undefined
    return isOld(this, 'stock', told) ? undefined : variant.stock
  }

  /** True unless the store knows that nothing of it is left. */
  available(card: Card): boolean {
    return card.variants.length === 0 || card.variants.some((variant) => this.stockOf(variant, card) !== 0)
  }

  /** Whether the client has told one of these of the product at hand. */
  private isTold(...fields: readonly (keyof Card)[]): boolean {
    const product = this.input.live?.product
    const isMeant = product && (product.id === undefined || product.id === this.card?.id)
    return isMeant === true && fields.some((field) => product[field] !== undefined)
  }

  /** When the client told of the product. */
  private get toldAt(): string | undefined {
    const { live } = this.input
    return live?.asOf ?? (live?.product && typeof live.product.asOf === 'string' ? this.card?.asOf : undefined)
  }

  /** The region as said or as the order names it, with the zone it lies in. */
  get place(): { readonly region: string | undefined; readonly zone: Zone | undefined } {
    return this.once('place', () => {
      const said = this.said('region')
      const known = [said?.value, said?.text, this.order?.region, this.shopper?.region]
      const names = (said ? known.slice(0, 2) : known).filter(
        (name) => typeof name === 'string' && name !== '',
      ) as string[]
      for (const name of names) {
        const zone = zoneOf(this.store.shipping.zones, name)
        if (zone) return { region: name, zone }
      }
      return { region: names[0], zone: undefined }
    })
  }

  get situation(): Situation {
    return this.once('situation', () => {
      const { region, zone } = this.place
      return { channel: this.input.channel, region, zone: zone?.id, day: this.now.day }
    })
  }

  settle<T>(field: Limited<T> | undefined): T | undefined {
    return settle(field, this.situation)
  }

  money(fen: number): string {
    return formatFen(fen, this.store.currency, this.locale)
  }
}
