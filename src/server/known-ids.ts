/** What is known of a record by its id. */
export interface Known {
  /** Tells whether a second record under the same id says the same (`saysOther`). */
  readonly mark: number
  /** Resolves once it is durable. */
  readonly stored: Promise<unknown>
  /** It could not be stored, and is stored when it comes again. */
  readonly failed: boolean
}

type Open = { -readonly [K in keyof Known]: Known[K] }

const STORED: Promise<unknown> = Promise.resolve()

/** The records of a conversation by their ids. A long talk has many, and nearly all are durable: of these a mark of their print alone is kept. */
export class KnownIds {
  private readonly durable = new Map<string, number>()
  private readonly open = new Map<string, Open>()

  get size(): number {
    return this.durable.size + this.open.size
  }

  has(id: string): boolean {
    return this.durable.has(id) || this.open.has(id)
  }

  get(id: string): Known | undefined {
    const mark = this.durable.get(id)
    return mark === undefined ? this.open.get(id) : { mark, stored: STORED, failed: false }
  }

  /** Notes a record that is being stored. */
  add(id: string, print: string, stored: Promise<unknown>): void {
    const known: Open = { mark: markOf(print), stored, failed: false }
    this.open.set(id, known)
    stored.then(
      () => {
        // what the conversation was replaced by meanwhile may know it, too
        if (this.open.get(id) === known) this.keep(id, known.mark)
      },
      () => {
        known.failed = true
      },
    )
  }

  addDurable(id: string, print: string): void {
    this.keep(id, markOf(print))
  }

  /** What another process knew: a record that is not durable is stored when it comes again. */
  takeOver(id: string, mark: number, isDurable: boolean): void {
    if (isDurable) this.keep(id, mark)
    else this.open.set(id, { mark, stored: STORED, failed: true })
  }

  /** Resolves when nothing is on its way any more. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.open.values()].map(({ stored }) => stored))
  }

  /** Whether all ids are known here that are known there, but for those that could not be stored and will come again. */
  covers(other: KnownIds): boolean {
    return (
      other.durable.keys().every((id) => this.has(id)) &&
      other.open.entries().every(([id, { failed }]) => failed || this.has(id))
    )
  }

  /** Knows from now on what another one knows, and nothing else. */
  become(other: KnownIds): void {
    this.durable.clear()
    this.open.clear()
    for (const [id, mark] of other.durable) this.durable.set(id, mark)
    for (const [id, known] of other.open) this.open.set(id, known)
  }

  /** Every id with its mark, and whether it is durable. */
  *list(): Generator<[id: string, mark: number, isDurable: boolean]> {
    for (const [id, mark] of this.durable) yield [id, mark, true]
    for (const [id, { mark }] of this.open) yield [id, mark, false]
  }

  private keep(id: string, mark: number): void {
    this.open.delete(id)
    this.durable.set(id, mark)
  }
}

/** Whether a record whose print this is says something else than the one that is known under its id. */
export function saysOther({ mark }: Known, print: string): boolean {
  return mark !== markOf(print)
}

/** 31 bits of a print (FNV-1a): numbers of that size take no memory of their own, and one of two thousand million records passes for another under the same id. */
function markOf(print: string): number {
  let mark = 0x811c9dc5
  for (let i = 0; i < print.length; i += 1) mark = Math.imul(mark ^ print.charCodeAt(i), 0x01000193)
  return mark >>> 1
}
