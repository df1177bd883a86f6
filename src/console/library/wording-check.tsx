import { useEffect, useState } from 'preact/hooks'
import type { CheckResult, Locale } from '../../protocol/index.ts'
import { ask } from '../api.ts'
import { inLanguage, useSession, useWords } from '../session.ts'
import { ANSWER } from '../words/answer.ts'
import { DESK } from '../words/desk.ts'
import { LIBRARY } from '../words/library.ts'
import { previewOf } from './preview.ts'

const PAUSE_MS = 250

/** How scripts of a language speak when the store says nothing else; what is missing has a fallback in the script. */
const VOICE: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  zh: { you: '亲', self: '我' },
  en: { self: 'we' },
  ko: { you: '고객님', self: '저희' },
}

/** How a wording reads, and what the guard says of it, while it is typed. */
export function WordingCheck({ text, locale }: { readonly text: string; readonly locale: Locale }) {
  const { language, store, slotName } = useSession()
  const words = useWords(LIBRARY)
  const answerWords = useWords(ANSWER)
  const [result, setResult] = useState<CheckResult>()
  const agent = DESK[locale].agent_name
  const known = { ...VOICE[locale], shop: inLanguage(store?.name, locale), agent, smile: '😊' }
  const shown = previewOf(text, known, slotName)

  useEffect(() => {
    setResult(undefined)
    if (shown.trim() === '') return
    const running = new AbortController()
    const timer = setTimeout(() => {
      const body = { store: store?.id, text: shown, uiLocale: language, agent: { id: 'console' } }
      // a preview that cannot be checked is checked when it is saved
      ask<CheckResult>('/v1/check', { body, signal: running.signal }).then(setResult, () => undefined)
    }, PAUSE_MS)
    return () => {
      clearTimeout(timer)
      running.abort()
    }
  }, [shown, store, language])

  if (shown.trim() === '') return null
  return (
    <div class="wording-check">
      <small>{words.preview}</small>
      <p>{shown}</p>
      {result?.verdict === 'pass' && result.warnings.length === 0 && <small>✓ {words.passes}</small>}
      {result?.warnings.map(({ rule, level, start, says }) => (
        <p key={`${rule} ${start}`} class={`finding ${level}`}>
          {answerWords[level]}: {says} <small>{rule}</small>
        </p>
      ))}
    </div>
  )
}
