import { useState } from 'preact/hooks'
import type { ShiftBoard, Task } from '../../protocol/index.ts'
import { type ApiError, ask, withQuery } from '../api.ts'
import { tagOf } from '../language.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { SETTINGS } from '../words/settings.ts'

/** What to look through when a shift begins. */
export function BoardCard() {
  const { language, store } = useSession()
  const words = useWords(SETTINGS)
  const { data, error, again } = useRead<ShiftBoard>(withQuery('/v1/tasks/board', { store: store?.id }))
  const [failed, setFailed] = useState<ApiError>()
  const tasks = Object.values(data?.tasks ?? {}).flat()
  const ending = [...(data?.scripts ?? []).map(({ id, text, state }) => ({ id, says: text, state }))]
  const offers = data?.offers ?? []

  async function tick({ id }: Task) {
    setFailed(undefined)
    await ask(`/v1/tasks/${encodeURIComponent(id)}`, { method: 'PATCH', body: { state: 'done' } }).then(
      again,
      setFailed,
    )
  }

  return (
    <section class="card">
      <h2>{words.board}</h2>
      <ErrorNote error={failed ?? error} again={again} />
      {data && tasks.length + ending.length + offers.length === 0 && <p class="soft">{words.board_none}</p>}
      {tasks.length > 0 && <h3>{words.board_tasks}</h3>}
      <ul class="lines">
        {tasks.map((task) => (
          <li key={task.id} class="row">
            <b>{words[task.kind]}</b>
            <span>
              {task.channel} · {task.conversationId} {task.text}
            </span>
            <small>{new Date(task.dueAt).toLocaleString(tagOf(language))}</small>
            <button type="button" class="quiet" onClick={() => tick(task)}>
              {words.done}
            </button>
          </li>
        ))}
      </ul>
      {ending.length > 0 && <h3>{words.board_scripts}</h3>}
      <ul class="lines">
        {ending.map(({ id, says, state }) => (
          <li key={id} class="row">
            <b>{words[state]}</b>
            <span>{says}</span>
          </li>
        ))}
      </ul>
      {offers.length > 0 && <h3>{words.board_offers}</h3>}
      <ul class="lines">
        {offers.map(({ id, state, until }) => (
          <li key={id} class="row">
            <b>{words[state]}</b>
            <span>{id}</span> <small>{until}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
