/** What is known of a record by its id. */
export interface Known {
  /** Tells whether a second record under the same id says the same (`saysOther`). */
  readonly print: string
  /** Resolves once it is durable. */
  readonly stored: Promise<unknown>
  /** It could not be stored, and is stored when it comes again. */
  readonly failed: boolean
}

type Open = { -readonly [K in keyof Known]: Known[K] }

/** 72 bits tell the records of one id apart; a longer cut would keep the whole print in memory. */
const PRINT_CHARS = 12
const STORED: Promise<unknown> = Promise.resolve()

/** The records of a conversation by their ids. A long talk has many, and nearly all are durable: of these the print alone is kept. */
export class KnownIds {
  private readonly durable = new Map<string, string>()
  private readonly open = new Map<string, Open>()

  get size(): number {
    return this.durable.size + this.open.size
  }

  has(id: string): boolean {
    return this.durable.has(id) || this.open.has(id)
  }

  get(id: string): Known | undefined {
    const print = this.durable.get(id)
    return print === undefined ? this.open.get(id) : { print, stored: STORED, failed: false }
  }

  /** Notes a record that is being stored. */
  add(id: string, print: string, stored: Promise<unknown>): void {
    const known: Open = { print: short(print), stored, failed: false }
    this.open.set(id, known)
    stored.then(
      () => {
        // what the conversation was replaced by meanwhile may know it, too
        if (this.open.get(id) === known) this.addDurable(id, print)
      },
      () => {
        known.failed = true
      },
    )
  }

  addDurable(id: string, print: string): void {
    this.open.delete(id)
    this.durable.set(id, short(print))
  }

  /** Notes a record that is to be stored when it comes again. */
  addFailed(id: string, print: string): void {
    this.open.set(id, { print: short(print), stored: STORED, failed: true })
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
    for (const [id, print] of other.durable) this.durable.set(id, print)
    for (const [id, known] of other.open) this.open.set(id, known)
  }

  /** Every id with its print, and whether it is durable. */
  *list(): Generator<[id: string, print: string, isDurable: boolean]> {
    for (const [id, print] of this.durable) yield [id, print, true]
    for (const [id, { print }] of this.open) yield [id, print, false]
  }
}

/** Whether a record whose print this is says something else than the one that is known under its id. */
export function saysOther({ print }: Known, other: string): boolean {
  return print !== short(other)
}

function short(print: string): string {
  return print.slice(0, PRINT_CHARS)
}
