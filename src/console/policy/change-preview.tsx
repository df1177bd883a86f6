import type { PolicyChange } from '../../protocol/index.ts'
import { Scrolls } from '../parts/scrolls.tsx'
import { hrefOf } from '../router.ts'
import { useWords } from '../session.ts'
import { POLICY } from '../words/policy.ts'
import { filled } from '../words/table.ts'
import { FieldDiff } from './field-diff.tsx'

/** What a change changes, for whom, and what could no longer be sent. */
export function ChangePreview({ change }: { readonly change: PolicyChange }) {
  const words = useWords(POLICY)
  if (change.diff.length === 0) return <p class="soft">{words.nothing}</p>
  return (
    <div class="change-preview">
      <h3>{words.diff}</h3>
      <FieldDiff diff={change.diff} />
      {change.effects.length > 0 && (
        <>
          <h3>{words.effects}</h3>
          <Scrolls label={words.effects}>
            <table>
              <tbody>
                {change.effects.map(({ slot, says, regions, before, after, scripts }) => (
                  <tr key={`${slot} ${regions?.join()}`}>
                    <th scope="row">
                      {says} <small>{regions ? regions.join(' · ') : words.everywhere}</small>
                    </th>
                    <td>
                      <del>{before ?? words.nothing_said}</del> → <ins>{after ?? words.nothing_said}</ins>
                    </td>
                    <td>{filled(words.scripts, { n: scripts })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scrolls>
        </>
      )}
      {change.blocked.length > 0 && (
        <p class="problem">
          {words.blocked}{' '}
          {change.blocked.map((id) => (
            <a key={id} href={hrefOf('library', id)}>
              {id}{' '}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}
