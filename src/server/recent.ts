/**
 * Remembers the newest entries: at least `least`, at most twice as many. Two maps take turns, because a map that is emptied from its front is searched from
 * its front each time.
 */
export class Recent<K, V> {
  private newer = new Map<K, V>()
  private older: ReadonlyMap<K, V> = new Map()
  private readonly least: number

  constructor(least: number) {
    this.least = least
  }

  get(key: K): V | undefined {
    return this.newer.get(key) ?? this.older.get(key)
  }

  set(key: K, value: V): void {
    if (this.newer.size >= this.least) {
      this.older = this.newer
      this.newer = new Map()
    }
    this.newer.set(key, value)
  }
}
