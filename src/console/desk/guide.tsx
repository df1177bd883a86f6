import { useEffect, useRef } from 'preact/hooks'
import { useWords } from '../session.ts'
import { GUIDE, type GuideStep } from '../words/guide.ts'
import { filled } from '../words/table.ts'

interface GuideProps {
  readonly steps: readonly GuideStep[]
  readonly at: number
  /** The shopper is still typing. */
  readonly isPlaying: boolean
  readonly next: () => void
  readonly end: () => void
}

/** What is to be seen in this step of the tour, and the way on and out. */
export function Guide({ steps, at, isPlaying, next, end }: GuideProps) {
  const words = useWords(GUIDE)
  const isLast = at === steps.length - 1
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <aside class="guide" aria-label={words.title}>
      <p class="guide-step">
        <b>{words.title}</b> <span class="soft">{filled(words.step, { n: at + 1, of: steps.length })}</span>
      </p>
      <p class="guide-says" aria-live="polite">
        {words[steps[at]!.says]}
      </p>
      <div class="row">
        {/* a button that is disabled would lose the focus */}
        <button
          type="button"
          class="main"
          ref={button}
          aria-disabled={isPlaying}
          onClick={isPlaying ? undefined : isLast ? end : next}
        >
          {isLast ? words.done : words.next}
        </button>
        {!isLast && (
          <button type="button" class="quiet skip-guide" onClick={end}>
            {words.skip}
          </button>
        )}
      </div>
    </aside>
  )
}
