import { useEffect, useRef, useState } from 'preact/hooks'
import type { Answer, Suggestion } from '../../protocol/index.ts'
import { ApiError, ask } from '../api.ts'
import { useSession, useWords } from '../session.ts'
import { DESK } from '../words/desk.ts'
import { type Circumstances, factsOf } from './circumstances.ts'

export interface Line {
  readonly role: 'shopper' | 'agent'
  readonly text: string
}

/** The service reads that many; older lines no longer matter. */
const LINES = 100

/**
 * A talk that is played: the page keeps it all and asks statelessly, for what was said plus what is being typed, so that nothing tried out here is
 * recorded. A newer question aborts the older one.
 */
export function useTalk(circumstances: Circumstances) {
  const { language, store } = useSession()
  const { agent_name } = useWords(DESK)
  const [lines, setLines] = useState<readonly Line[]>([])
  const [typed, setTyped] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const [error, setError] = useState<ApiError>()
  const running = useRef<AbortController | undefined>(undefined)

  useEffect(() => {
    const talk = typed.trim() === '' ? lines : [...lines, { role: 'shopper', text: typed }]
    running.current?.abort()
    if (talk.length === 0) {
      setAnswer(undefined)
      return
    }
    const asked = new AbortController()
    running.current = asked
    const body = {
      store: store?.id,
      channel: circumstances.channel,
      uiLocale: language,
      messages: talk.slice(-LINES),
      facts: factsOf(circumstances),
      agent: { id: 'demo', name: agent_name },
    }
    ask<Answer>('/v1/suggestions', { body, signal: asked.signal }).then(
      (got) => {
        if (asked.signal.aborted) return
        setError(undefined)
        setAnswer(got)
      },
      (failed: unknown) => {
        if (!asked.signal.aborted && failed instanceof ApiError) setError(failed)
      },
    )
  }, [lines, typed, circumstances, language, store, agent_name])

  useEffect(() => () => running.current?.abort(), [])

  const withTyped = (): readonly Line[] =>
    typed.trim() === '' ? lines : [...lines, { role: 'shopper', text: typed.trim() }]

  return {
    lines,
    typed,
    answer,
    error,
    type: setTyped,
    /** The shopper sends what is typed. */
    send() {
      setLines(withTyped())
      setTyped('')
    },
    say(text: string) {
      setLines([...lines, { role: 'shopper', text }])
    },
    /** The agent sends a suggestion. What is still being typed comes first: it is what the suggestion answers. */
    pick({ text }: Pick<Suggestion, 'text'>) {
      setLines([...withTyped(), { role: 'agent', text }])
      setTyped('')
    },
    reset() {
      setLines([])
      setTyped('')
    },
  }
}

export type Talk = ReturnType<typeof useTalk>
