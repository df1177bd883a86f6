import { useEffect, useState } from 'preact/hooks'
import { tagOf } from '../language.ts'
import { useSession, useWords } from '../session.ts'
import { DESK } from '../words/desk.ts'

interface WaitingProps {
  readonly since: string | undefined
  readonly dueAt: string | undefined
}

const SECOND_MS = 1_000

/** How long the shopper has waited, and whether the platform's time is up. */
export function Waiting({ since, dueAt }: WaitingProps) {
  const { language } = useSession()
  const words = useWords(DESK)
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!since) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [since])
  if (!since) return null
  const seconds = Math.max(0, Math.round((now - Date.parse(since)) / SECOND_MS))
  const isLate = dueAt !== undefined && now > Date.parse(dueAt)
  const shown = new Intl.NumberFormat(tagOf(language), { style: 'unit', unit: 'second', unitDisplay: 'narrow' })
  return (
    <span class={`waiting ${isLate ? 'late' : ''}`}>
      {words.waits} {shown.format(seconds)}
      {isLate && ` · ${words.overdue}`}
    </span>
  )
}
