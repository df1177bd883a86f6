import { useEffect, useState } from 'preact/hooks'
import type { ConversationsResult, OpenConversation } from '../../protocol/index.ts'
import { FAMILIES, STATES } from '../../ui/index.ts'
import { withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { DESK } from '../words/desk.ts'
import { Waiting } from './waiting.tsx'
import { WatchedTalk } from './watched-talk.tsx'

const REFRESH_MS = 4_000
const MOST = 4
const idOf = ({ channel, conversationId }: OpenConversation): string => JSON.stringify([channel, conversationId])

/** The conversations under way, and beside the list those that are looked at. */
export function Watch() {
  const { language, store } = useSession()
  const words = useWords(DESK)
  const { data, error, again } = useRead<ConversationsResult>(withQuery('/v1/conversations', { store: store?.id }))
  const [open, setOpen] = useState<readonly string[]>([])
  useEffect(() => {
    const timer = setInterval(again, REFRESH_MS)
    return () => clearInterval(timer)
  }, [again])
  const conversations = data?.conversations ?? []
  const toggle = (id: string) =>
    setOpen(open.includes(id) ? open.filter((one) => one !== id) : [...open, id].slice(-MOST))

  return (
    <div class="watch">
      <section class="card" aria-label={words.watch_list}>
        <h2>{words.watch_list}</h2>
        <ErrorNote error={error} again={again} />
        {data && conversations.length === 0 && <p class="soft">{words.watch_none}</p>}
        <ul class="queue">
          {conversations.map((one) => (
            <li key={idOf(one)}>
              <button type="button" aria-pressed={open.includes(idOf(one))} onClick={() => toggle(idOf(one))}>
                <span class="row">
                  <b>{one.conversationId}</b> <small>{one.channel}</small>
                  <Waiting since={one.waitingSince} dueAt={one.dueAt} />
                </span>
                <span class={`mood ${one.mood}`}>
                  {STATES[language][one.mood]}
                  {one.intent !== '' && ` · ${FAMILIES[language][one.intent.split('.')[0]!] ?? one.intent}`}
                </span>
                {one.last && <span class={`preview ${one.last.role}`}>{one.last.text}</span>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <div class="watched">
        {open.length === 0 && <p class="soft card">{words.watch_pick}</p>}
        {store &&
          open.map((id) => {
            const [channel, conversationId] = JSON.parse(id) as [string, string]
            return (
              <WatchedTalk
                key={id}
                store={store.id}
                channel={channel}
                conversationId={conversationId}
                close={() => toggle(id)}
              />
            )
          })}
      </div>
    </div>
  )
}
