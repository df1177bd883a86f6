import { useMemo, useState } from 'preact/hooks'
import { FAMILIES, STATES } from '../../ui/index.ts'
import { Choice } from '../parts/choice.tsx'
import { hrefOf } from '../router.ts'
import { useSession, useWords } from '../session.ts'
import { LIBRARY } from '../words/library.ts'
import { filled } from '../words/table.ts'
import type { ScriptHit } from './use-scripts.ts'

interface ScriptListProps {
  readonly scripts: readonly ScriptHit[]
  readonly open: string
}

const DRAWN = 100

/** The scripts that were found, narrowed by what they are about. */
export function ScriptList({ scripts, open }: ScriptListProps) {
  const { language } = useSession()
  const words = useWords(LIBRARY)
  const tiers = useWords(STATES)
  const [family, setFamily] = useState('')
  const [category, setCategory] = useState('')
  const [drawn, setDrawn] = useState(DRAWN)
  const families = useMemo(() => countsOf(scripts, familiesOf), [scripts])
  const inFamily = useMemo(
    () => scripts.filter((script) => family === '' || familiesOf(script).includes(family)),
    [scripts, family],
  )
  const categories = useMemo(() => countsOf(inFamily, (script) => [script.category]), [inFamily])
  const found = inFamily.filter((script) => category === '' || script.category === category)

  return (
    <>
      <div class="row">
        <Choice
          label={words.family}
          name="family"
          value={family}
          options={Object.fromEntries([
            ['', words.all],
            ...families.map(([name, n]) => [name, `${FAMILIES[language][name] ?? name} (${n})`]),
          ])}
          choose={(chosen) => {
            setFamily(chosen)
            setCategory('')
          }}
        />
        <Choice
          label={words.category}
          name="category"
          value={category}
          options={Object.fromEntries([['', words.all], ...categories.map(([name, n]) => [name, `${name} (${n})`])])}
          choose={setCategory}
        />
        <output class="soft">{filled(words.found, { n: found.length })}</output>
      </div>
      {found.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="scripts">
        {found.slice(0, drawn).map(({ id, text, tier, note, category: situation, origin, status }) => (
          <li key={id}>
            <a href={hrefOf('library', id)} aria-current={id === open ? 'true' : undefined}>
              <span class="script-text">{text}</span>
              <span class="script-about">
                <b>{tiers[tier as keyof typeof tiers] ?? tier}</b> {situation}
                {origin !== 'pack' && ` · ${words[`origin_${origin}`]}`}
                {status !== 'approved' && ` · ${words[`status_${status}`]}`}
                {note && ` · ${note}`}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {found.length > drawn && (
        <button type="button" class="quiet" onClick={() => setDrawn(drawn + DRAWN)}>
          {words.more}
        </button>
      )}
    </>
  )
}

const familiesOf = ({ intents }: ScriptHit): string[] => [...new Set(intents.map((intent) => intent.split('.')[0]!))]

/** How many scripts are about each, by name. */
function countsOf(scripts: readonly ScriptHit[], namesOf: (script: ScriptHit) => readonly string[]) {
  const counts = new Map<string, number>()
  for (const script of scripts) for (const name of namesOf(script)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}
