import { useEffect, useRef, useState } from 'preact/hooks'
import type { Locale, Suggestion } from '../../protocol/index.ts'
import { createClient, type Heard, type ServerFrameOf, type Stream } from '../../sdk/index.ts'
import { copyText } from '../copy-text.ts'
import { SuggestionCard } from '../parts/suggestion-card.tsx'
import { ANSWER } from '../words/answer.ts'
import { CHATWOOT } from '../words/chatwoot.ts'
import { COPY } from '../words/copy.ts'
import { type Context, contextOf } from './context.ts'
import { frame } from './frame.ts'
import { pair, ticketFor } from './token.ts'

const NOBODY: Context = { conversationId: '', agent: { id: 'chatwoot', name: '' } }

/** The suggestions of the conversation beside which Chatwoot shows this page; a click copies one. */
export function Beside({ language }: { readonly language: Locale }) {
  const words = CHATWOOT[language]
  const [answer, setAnswer] = useState<ServerFrameOf<'suggestions.ready'>>()
  const [notice, setNotice] = useState('')
  const [asksCode, setAsksCode] = useState(false)
  const [copied, setCopied] = useState<{ readonly id: string; readonly is: boolean }>()
  // the socket outlives what is drawn
  const context = useRef(NOBODY)
  const live = useRef<{ begin(): void; send: Stream['send'] } | undefined>(undefined)

  useEffect(() => {
    const client = createClient({ url: location.origin })
    let stream: Stream | undefined
    const open = () => {
      const { conversationId } = context.current
      setNotice('')
      const { store, channel } = frame
      stream?.send({ type: 'conversation.open', store, channel, conversationId })
    }
    const heard = (said: Heard) => {
      if (said.kind === 'connection') {
        if (said.state === 'ready') return setNotice('')
        if (said.state === 'lost') return setNotice(words.unreachable)
        setAsksCode(true)
        return setAnswer(undefined)
      }
      const { frame: told } = said
      if (told.type === 'error') setNotice(told.message)
      const isOurs = 'conversationId' in told && told.conversationId === context.current.conversationId
      if (told.type === 'suggestions.ready' && isOurs) setAnswer(told)
      else if (told.type === 'suggestions.stale' && isOurs) setAnswer(undefined)
    }
    /** Connects as who stands there now. */
    const begin = () => {
      stream?.close()
      const { agent } = context.current
      stream = client.stream({
        agent,
        client: { name: 'chatwoot-app', version: '1' },
        uiLocale: language,
        ticket: () => ticketFor(agent),
      })
      stream.listen(heard)
      open()
    }
    live.current = { begin, send: (frame) => stream?.send(frame) }
    /** What the host says counts only when it is the host we know. */
    const told = ({ origin, source, data }: MessageEvent) => {
      if (origin !== frame.origin || source !== parent) return
      const now = contextOf(data)
      if (!now) return
      const before = context.current
      context.current = now
      if (now.conversationId === before.conversationId) return
      setAnswer(undefined)
      if (before === NOBODY) begin()
      else open()
    }
    addEventListener('message', told)
    // asked once somebody listens
    if (parent !== window) parent.postMessage('chatwoot-dashboard-app:fetch-info', frame.origin)
    return () => {
      removeEventListener('message', told)
      stream?.close()
    }
  }, [language, words])

  async function copy({ id: suggestionId, text }: Suggestion, turnId: string, position: number) {
    const is = await copyText(text)
    setCopied({ id: suggestionId, is })
    if (!is) return
    const at = new Date().toISOString()
    const eventId = `${suggestionId}.copied.${Date.parse(at)}`
    live.current?.send({ type: 'feedback.add', eventId, turnId, suggestionId, position, action: 'copied', at })
  }

  async function tryCode(code: string) {
    const outcome = await pair(code, context.current.agent)
    if (outcome !== 'paired') return setNotice(outcome === 'wrong' ? words.pair_failed : words.unreachable)
    setNotice('')
    setAsksCode(false)
    live.current?.begin()
  }

  const copyWords = COPY[language]
  return (
    <>
      <ol class="suggestions" id="suggestions" aria-live="polite">
        {answer?.suggestions.map((suggestion, position) => (
          <SuggestionCard
            key={suggestion.id}
            suggestion={suggestion}
            language={language}
            pick={() => copy(suggestion, answer.turnId, position)}
            act={copied?.id !== suggestion.id ? copyWords.copy : copied.is ? copyWords.copied : copyWords.not_copied}
          />
        ))}
        {!answer && !asksCode && <li class="none">{words.waiting}</li>}
        {answer?.suggestions.length === 0 && <li class="none">{ANSWER[language].no_suggestion}</li>}
      </ol>
      {asksCode && (
        <form
          id="pairing"
          class="row"
          autocomplete="off"
          onSubmit={(event) => {
            event.preventDefault()
            tryCode(new FormData(event.currentTarget).get('code') as string)
          }}
        >
          <label class="field">
            <span>{words.pair_code}</span>
            <input id="code" name="code" inputMode="numeric" pattern="\d{6}" maxLength={6} required />
          </label>
          <button type="submit" class="main">
            {words.pair_go}
          </button>
        </form>
      )}
      <p id="notice" class="problem" role="status">
        {notice}
      </p>
    </>
  )
}
