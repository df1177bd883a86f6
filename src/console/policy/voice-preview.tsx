import { useEffect, useState } from 'preact/hooks'
import type { Locale, PersonaPreview } from '../../protocol/index.ts'
import { type ApiError, ask } from '../api.ts'
import { LANGUAGES } from '../language.ts'
import { Choice } from '../parts/choice.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { Scrolls } from '../parts/scrolls.tsx'
import { hrefOf } from '../router.ts'
import { useSession, useWords } from '../session.ts'
import { filled } from '../words/table.ts'
import { VOICE } from '../words/voice.ts'

/** The store's scripts in the voice in force and, side by side, in a changed one. */
export function VoicePreview({ persona }: { readonly persona: unknown }) {
  const { store } = useSession()
  const words = useWords(VOICE)
  const locales = store?.locales ?? []
  const [locale, setLocale] = useState<Locale | undefined>(locales[0])
  const [known, setKnown] = useState<{ readonly preview?: PersonaPreview; readonly error?: ApiError }>({})
  useEffect(() => {
    const running = new AbortController()
    setKnown({})
    ask<PersonaPreview>('/v1/personas/preview', {
      method: 'POST',
      body: { store: store?.id, persona: persona ?? {}, locale },
      signal: running.signal,
    }).then(
      (preview) => setKnown({ preview }),
      (error: ApiError) => {
        if (!running.signal.aborted) setKnown({ error })
      },
    )
    return () => running.abort()
  }, [store, persona, locale])
  const { preview, error } = known
  return (
    <section class="voice-preview">
      <div class="row">
        <h3 class="grows">{words.title}</h3>
        {locales.length > 1 && (
          <Choice
            label={words.locale}
            value={locale!}
            options={Object.fromEntries(locales.map((one) => [one, LANGUAGES[one]])) as Record<Locale, string>}
            choose={setLocale}
          />
        )}
      </div>
      <ErrorNote error={error} />
      {!preview && !error && <p class="soft">{words.loading}</p>}
      {preview && (
        <p role="status">
          {preview.changed === 0 ? words.same : filled(words.changed, { n: preview.changed, all: preview.scripts })}
        </p>
      )}
      {preview && preview.blocked.length > 0 && (
        <p class="problem">
          {words.blocked}{' '}
          {preview.blocked.map((id) => (
            <a key={id} href={hrefOf('library', id)}>
              {id}{' '}
            </a>
          ))}
        </p>
      )}
      {preview && preview.examples.length > 0 && (
        <Scrolls label={words.title}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.present}</th>
                <th scope="col">{words.changed_to}</th>
              </tr>
            </thead>
            <tbody lang={preview.locale}>
              {preview.examples.map(({ scriptId, path, before, after }) => (
                <tr key={`${scriptId} ${path}`}>
                  <td>{before}</td>
                  <td>
                    {after} <a href={hrefOf('library', scriptId)}>{scriptId}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolls>
      )}
    </section>
  )
}
