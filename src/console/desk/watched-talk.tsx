import { useEffect, useRef, useState } from 'preact/hooks'
import type { HuashuPanel } from '../../ui/index.ts'
import { ApiError } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useSession, useWords } from '../session.ts'
import { DESK } from '../words/desk.ts'

interface WatchedTalkProps {
  readonly store: string
  readonly channel: string
  readonly conversationId: string
  readonly close: () => void
}

/** A real conversation in the panel its agent has, only to look at: who looks on does not become the one for whom answers are made. */
export function WatchedTalk({ store, channel, conversationId, close }: WatchedTalkProps) {
  const { language, theme } = useSession()
  const words = useWords(DESK)
  const place = useRef<HTMLDivElement>(null)
  const [panel, setPanel] = useState<HuashuPanel>()
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let isGone = false
    let opened: { close(): void } | undefined
    setFailed(false)
    import('./look-on.ts').then(
      ({ lookOn }) => {
        if (isGone || !place.current) return
        const looking = lookOn({ store, channel, conversationId }, language)
        opened = looking
        place.current.append(looking.panel)
        setPanel(looking.panel)
      },
      () => setFailed(true),
    )
    return () => {
      isGone = true
      opened?.close()
    }
  }, [store, channel, conversationId, language, tries])

  useEffect(() => {
    if (theme === 'auto') panel?.removeAttribute('theme')
    else panel?.setAttribute('theme', theme)
  }, [panel, theme])

  return (
    <section class="card" aria-label={`${words.talk} ${conversationId}`}>
      <header class="talk-head">
        <h2>
          {conversationId} <small>{channel}</small>
        </h2>
        <button type="button" class="quiet close" aria-label={`${words.remove} ${conversationId}`} onClick={close}>
          ✕
        </button>
      </header>
      {failed && (
        <ErrorNote
          error={new ApiError('unreachable', 'the panel could not be loaded')}
          again={() => setTries(tries + 1)}
        />
      )}
      <div class="panel-place" ref={place} />
    </section>
  )
}
