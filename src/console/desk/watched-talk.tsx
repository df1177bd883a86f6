import { useEffect, useState } from 'preact/hooks'
import { apiKey, ask } from '../api.ts'
import { copyText } from '../copy-text.ts'
import { type Frame, type Hello, liveAnswers } from '../live-answers.ts'
import { Meaning } from '../parts/meaning.tsx'
import { SuggestionCard } from '../parts/suggestion-card.tsx'
import { useSession, useWords } from '../session.ts'
import { ANSWER } from '../words/answer.ts'
import { COPY } from '../words/copy.ts'
import { DESK } from '../words/desk.ts'
import { Waiting } from './waiting.tsx'

interface WatchedTalkProps {
  readonly store: string
  readonly channel: string
  readonly conversationId: string
  readonly close: () => void
}

const ONLOOKER = { id: 'console' }

/**
 * A real conversation as its agent sees it. It is joined as a socket that was away joins again (`resume`): who looks on does not become the one for whom
 * answers are made.
 */
export function WatchedTalk({ store, channel, conversationId, close }: WatchedTalkProps) {
  const { language, slotName } = useSession()
  const words = useWords(DESK)
  const answerWords = useWords(ANSWER)
  const copyWords = useWords(COPY)
  const [answer, setAnswer] = useState<Frame<'suggestions.ready'>>()
  const [status, setStatus] = useState<Frame<'conversation.status'>>()
  const [notice, setNotice] = useState<'watch_lost' | 'watch_refused'>()
  const [copied, setCopied] = useState<string>()

  useEffect(() => {
    const hello = async (): Promise<Hello> => ({
      agent: ONLOOKER,
      client: { name: 'console', version: '1' },
      uiLocale: language,
      resume: { [`${store}/${channel}/${conversationId}`]: { epoch: 'none', seq: 0 } },
      ...(apiKey.read()
        ? { ticket: (await ask<{ ticket: string }>('/v1/tickets', { body: { agent: ONLOOKER } })).ticket }
        : {}),
    })
    const live = liveAnswers({
      hello,
      ready: () => setNotice(undefined),
      refused: () => setNotice('watch_refused'),
      lost: () => setNotice('watch_lost'),
      heard(frame) {
        if (frame.type === 'suggestions.ready') setAnswer(frame)
        else if (frame.type === 'suggestions.stale') setAnswer(undefined)
        else if (frame.type === 'conversation.status') setStatus(frame)
      },
    })
    live.connect()
    return () => live.close()
  }, [store, channel, conversationId, language])

  return (
    <section class="card" aria-label={`${words.talk} ${conversationId}`}>
      <header class="talk-head">
        <h2>
          {conversationId} <small>{channel}</small>
        </h2>
        <Waiting since={status?.waitingSince} dueAt={status?.dueAt} />
        <button type="button" class="quiet close" aria-label={`${words.remove} ${conversationId}`} onClick={close}>
          ✕
        </button>
      </header>
      {notice && (
        <p class="problem" role="status">
          {words[notice]}
        </p>
      )}
      {/* <huashu-panel> takes the place of this list once it is there */}
      <ol class="suggestions" aria-live="polite">
        {answer?.suggestions.map((suggestion) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            language={language}
            slotName={slotName}
            pick={async ({ id, text }) => setCopied((await copyText(text)) ? id : undefined)}
            act={copied === suggestion.id ? copyWords.copied : copyWords.copy}
          />
        ))}
        {!answer && <li class="none">{words.watch_waiting}</li>}
        {answer?.suggestions.length === 0 && (
          <li class="none">{answer.paused ? answerWords.paused : answerWords.no_suggestion}</li>
        )}
      </ol>
      {answer && <Meaning answer={answer} language={language} slotName={slotName} />}
    </section>
  )
}
