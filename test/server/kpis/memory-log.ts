import type { LogEvent } from '../../../src/insight/index.ts'
import type { FoldLog, SavedFold } from '../../../src/server/ports.ts'

/** A log in memory that keeps what a database keeps: JSON. `fail` makes the next calls of a method throw. */
export class MemoryLog implements FoldLog {
  records: LogEvent[] = []
  readonly folds = new Map<string, string>()
  readonly failing = new Set<'read' | 'saveFold' | 'fold'>()
  /** How many saves succeed before the process is lost. */
  savesLeft = Number.POSITIVE_INFINITY

  async read(after: number, limit: number) {
    this.#check('read')
    const records = this.records.filter(({ n }) => n > after).slice(0, limit)
    return structuredClone(records.map((event) => ({ ...event, key: '', print: '' })))
  }

  async saveFold(fold: SavedFold) {
    this.#check('saveFold')
    if (this.savesLeft === 0) throw new Error('the process was killed')
    const known = await this.#parsed(fold.name)
    if (known && known.version === fold.version && known.n > fold.n) return false
    this.savesLeft -= 1
    this.folds.set(fold.name, JSON.stringify(fold))
    return true
  }

  async fold(name: string) {
    this.#check('fold')
    return this.#parsed(name)
  }

  #check(method: 'read' | 'saveFold' | 'fold'): void {
    if (this.failing.has(method)) throw new Error(`${method} failed`)
  }

  async #parsed(name: string): Promise<SavedFold | undefined> {
    const text = this.folds.get(name)
    return text === undefined ? undefined : JSON.parse(text)
  }
}
