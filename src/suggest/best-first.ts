/**
 * The places of the scores from the highest to the lowest, ties by `before`, one at a time: a heap, since of many candidates only the first few are
 * wanted.
 */
export class BestFirst {
  private readonly scores: readonly number[]
  private readonly before: (a: number, b: number) => boolean
  private readonly heap: number[] = []

  constructor(scores: readonly number[], before: (a: number, b: number) => boolean) {
    this.scores = scores
    this.before = before
    for (let place = 0; place < scores.length; place += 1) this.heap.push(place)
    for (let at = (this.heap.length >> 1) - 1; at >= 0; at -= 1) this.sink(this.heap[at]!, at)
  }

  /** The next place, or undefined when all were given. */
  next(): number | undefined {
    const first = this.heap[0]
    const last = this.heap.pop()
    if (last !== undefined && this.heap.length > 0) this.sink(last, 0)
    return first
  }

  /** Lets `place` sink from `at` to where nothing below comes before it. */
  private sink(place: number, from: number): void {
    const { heap } = this
    let at = from
    for (let child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && this.leads(heap[child + 1]!, heap[child]!)) child += 1
      if (!this.leads(heap[child]!, place)) break
      heap[at] = heap[child]!
      at = child
    }
    heap[at] = place
  }

  private leads(a: number, b: number): boolean {
    const difference = this.scores[a]! - this.scores[b]!
    return difference > 0 || (difference === 0 && this.before(a, b))
  }
}
