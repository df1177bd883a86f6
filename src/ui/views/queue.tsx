import { useLayoutEffect, useRef } from 'preact/hooks'
import { queueOf } from '../queue.ts'
import { clockText } from '../reply-clock.ts'
import type { Ui } from './ui.ts'

/** Every open conversation, the most urgent first; shown once there are two. */
export function Queue({ ui }: { ui: Ui }) {
  const { desk, words } = ui
  const { current, talks } = desk.state
  const strip = useRef<HTMLElement>(null)
  // who is looked at is in sight; the page around is left where it is
  useLayoutEffect(() => {
    const now = strip.current?.querySelector<HTMLElement>('.now')
    if (!strip.current || !now) return
    const { scrollLeft, clientWidth } = strip.current
    const { offsetLeft, offsetWidth } = now
    strip.current.scrollLeft = Math.min(offsetLeft, Math.max(scrollLeft, offsetLeft + offsetWidth - clientWidth))
  }, [current, talks.size])
  if (talks.size < 2) return null
  return (
    <nav ref={strip} class="queue" aria-label={words.queue}>
      <ul>
        {queueOf(desk.state, ui.now - desk.state.skewMs).map(({ talk, clock, isCurrent, preview }) => {
          const { conversationId } = talk.ref
          const family = talk.status?.intent.split('.')[0] ?? ''
          const mood = talk.status?.mood
          return (
            <li key={conversationId} class={isCurrent ? 'now' : ''}>
              <button
                type="button"
                class="talk"
                aria-current={isCurrent ? 'true' : undefined}
                onClick={() => ui.select(conversationId, false)}
              >
                <span class="who">
                  <b>{talk.title ?? conversationId}</b>
                  {mood && mood !== 'calm' && (
                    <span class={`feels ${mood}`} role="img" aria-label={words[mood]} title={words[mood]} />
                  )}
                  <span class={`left ${clock?.level ?? 'none'}`}>{clock ? clockText(clock.seconds) : '–'}</span>
                </span>
                <span class="what">
                  {[ui.language.families[family], preview].filter(Boolean).join(' · ') || '\u00a0'}
                </span>
              </button>
              {clock && talk.list && (
                <button
                  type="button"
                  class="quick"
                  aria-label={`${words.hold_line}: ${talk.title ?? conversationId}`}
                  onClick={() => ui.select(conversationId, true)}
                >
                  {words.hold_line}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
