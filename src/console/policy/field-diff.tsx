import type { z } from 'zod'
import type { ChangedField } from '../../protocol/index.ts'
import { useSession } from '../session.ts'
import { policyFieldName } from '../words/policy-fields.ts'

/** Fields and what they said before. */
export function FieldDiff({ diff }: { readonly diff: readonly z.infer<typeof ChangedField>[] }) {
  const { language } = useSession()
  return (
    <ul class="diff">
      {diff.map(({ path, before, after }) => {
        const [section = '', field] = path.split('.')
        return (
          <li key={path}>
            {policyFieldName(section, language)}
            {field !== undefined && ` · ${policyFieldName(`${section}.${field}`, language)}`} <code>{path}</code>{' '}
            {before !== undefined && <del>{shown(before)}</del>} {after !== undefined && <ins>{shown(after)}</ins>}
          </li>
        )
      })}
    </ul>
  )
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
