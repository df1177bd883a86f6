import { useState } from 'preact/hooks'
import { type ApiError, ask, withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { SETTINGS } from '../words/settings.ts'

/** The agents for whom suggestions stay folded away. */
export function QuietAgents() {
  const { store } = useSession()
  const words = useWords(SETTINGS)
  const read = useRead<{ agents: string[] }>(withQuery('/v1/learning/quiet', { store: store?.id }))
  const [agent, setAgent] = useState('')
  const [error, setError] = useState<ApiError>()
  const agents = read.data?.agents ?? []

  async function set(whose: string, quiet: boolean) {
    setError(undefined)
    const body = { store: store?.id, agent: whose, quiet }
    await ask('/v1/learning/quiet', { method: 'PUT', body }).then(() => {
      setAgent('')
      read.again()
    }, setError)
  }

  return (
    <>
      <h3>{words.quiet}</h3>
      <p class="soft">{words.quiet_says}</p>
      {agents.length === 0 && <p class="soft">{words.quiet_none}</p>}
      <ul class="chips">
        {agents.map((one) => (
          <li key={one} class="row">
            <b>{one}</b>
            <button type="button" class="quiet" onClick={() => set(one, false)}>
              {words.quiet_remove}
            </button>
          </li>
        ))}
      </ul>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          set(agent.trim(), true)
        }}
      >
        <input
          aria-label={words.quiet_agent}
          placeholder={words.quiet_agent}
          required
          pattern=".*\S.*"
          maxLength={200}
          value={agent}
          onInput={(event) => setAgent(event.currentTarget.value)}
        />
        <button type="submit">{words.quiet_add}</button>
      </form>
      <ErrorNote error={error ?? read.error} />
    </>
  )
}
