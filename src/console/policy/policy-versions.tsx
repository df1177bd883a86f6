import type { z } from 'zod'
import type { PolicyVersionsResult } from '../../protocol/index.ts'
import { tagOf } from '../language.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { useSession, useWords } from '../session.ts'
import type { Read } from '../use-read.ts'
import { LIBRARY } from '../words/library.ts'
import { POLICY } from '../words/policy.ts'
import { filled } from '../words/table.ts'
import { FieldDiff } from './field-diff.tsx'

export type Versions = z.infer<typeof PolicyVersionsResult>

interface PolicyVersionsProps {
  readonly read: Read<Versions>
  readonly canWrite: boolean
  readonly rollback: (version: number) => void
}

/** Who promised what, from when on, and the way back. */
export function PolicyVersions({ read, canWrite, rollback }: PolicyVersionsProps) {
  const { language } = useSession()
  const words = useWords(POLICY)
  const library = useWords(LIBRARY)
  const { data, error, again } = read
  return (
    <section class="card">
      <h2>{words.versions}</h2>
      <ErrorNote error={error} again={again} />
      {data?.versions.length === 0 && <p class="soft">{words.versions_none}</p>}
      <ol class="history">
        {data?.versions.map(({ version, author, validFrom, inForce, diff }) => (
          <li key={version}>
            <p class="row">
              <b>{filled(library.version, { n: version })}</b>
              {inForce && <b class="now">{words.in_force}</b>}
              <small>
                {author} · {new Date(validFrom).toLocaleString(tagOf(language))}
              </small>
              {canWrite && !inForce && (
                <button type="button" class="quiet" onClick={() => rollback(version)}>
                  {words.rollback}
                </button>
              )}
            </p>
            <FieldDiff diff={diff} />
          </li>
        ))}
      </ol>
    </section>
  )
}
