import { useEffect, useState } from 'preact/hooks'
import { type ApiError, ask } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useWords } from '../session.ts'
import { SETTINGS } from '../words/settings.ts'
import { filled } from '../words/table.ts'

interface Pairing {
  readonly code: string
  readonly expiresAt: string
}

const SECOND_MS = 1_000

/** A code for the extension, large, and how long it is good. */
export function PairingCard() {
  const words = useWords(SETTINGS)
  const [pairing, setPairing] = useState<Pairing>()
  const [error, setError] = useState<ApiError>()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    if (!pairing) return
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [pairing])
  const left = pairing ? Math.max(0, Math.ceil((Date.parse(pairing.expiresAt) - now) / SECOND_MS)) : 0

  async function make() {
    setError(undefined)
    setNow(Date.now())
    await ask<Pairing>('/v1/pairing', { method: 'POST' }).then(setPairing, setError)
  }

  return (
    <section class="card">
      <h2>{words.pairing}</h2>
      <p class="soft">{words.pairing_says}</p>
      {pairing && left > 0 && (
        <p class="code-shown">
          <output>{`${pairing.code.slice(0, 3)} ${pairing.code.slice(3)}`}</output>
          <small>{filled(words.pairing_left, { n: left })}</small>
        </p>
      )}
      {pairing && left === 0 && <p class="problem">{words.pairing_over}</p>}
      <ErrorNote error={error} />
      <button type="button" onClick={make}>
        {words.pairing_go}
      </button>
    </section>
  )
}
