import type { EventType } from '../../protocol/index.ts'

/** What a stored task says besides its row. Times in epoch milliseconds. */
export interface TaskBody {
  /** When it is due; the row's own time is when it next comes up. */
  readonly dueAt: number
  /** How often it was shown. */
  readonly raised: number
  /** The event that led to it. */
  readonly because?: EventType | undefined
  /** A person's note. */
  readonly text?: string | undefined
}
