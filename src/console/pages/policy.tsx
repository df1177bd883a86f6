import { useEffect, useState } from 'preact/hooks'
import type { PolicyChange } from '../../protocol/index.ts'
import { withQuery } from '../api.ts'
import { ErrorNote } from '../parts/error-note.tsx'
import { ChangePreview } from '../policy/change-preview.tsx'
import { PolicyField } from '../policy/policy-field.tsx'
import { PolicyVersions, type Versions } from '../policy/policy-versions.tsx'
import { type Kind, kindOf, plainOf, type Schema, wholeOf } from '../policy/schema.ts'
import { usePolicy } from '../policy/use-policy.ts'
import { VoicePreview } from '../policy/voice-preview.tsx'
import { type Values, withValue } from '../policy/with-value.ts'
import { isLead, useSession, useWords } from '../session.ts'
import { useRead } from '../use-read.ts'
import { LIBRARY } from '../words/library.ts'
import { POLICY } from '../words/policy.ts'
import { policyFieldName } from '../words/policy-fields.ts'
import { SHELL } from '../words/shell.ts'
import { filled } from '../words/table.ts'
import '../styles/policy.css'

const BASICS = ''
/** The section whose change is heard in every script. */
const VOICE = 'persona'

/** What the store promises, in a form that is made from its schema. */
export default function Policy() {
  const { language, me, store } = useSession()
  const words = useWords(POLICY)
  const library = useWords(LIBRARY)
  const shell = useWords(SHELL)
  const desk = usePolicy()
  const versions = useRead<Versions>(withQuery('/v1/policies/versions', { store: store?.id }))
  const [values, setValues] = useState<Values>({})
  const [section, setSection] = useState(BASICS)
  const [validFrom, setValidFrom] = useState('')
  const [change, setChange] = useState<PolicyChange>()
  const { policy, schema, error, isBusy } = desk
  const canWrite = isLead(me)
  useEffect(() => setValues(policy ?? {}), [policy])

  const body = () => ({
    policy: values,
    ...(validFrom === '' ? {} : { validFrom: new Date(validFrom).toISOString() }),
  })
  async function settle(done: Promise<PolicyChange | undefined>) {
    const now = await done
    if (!now) return
    setChange(now)
    versions.again()
    await desk.read()
  }

  const properties = schema ? (wholeOf(schema).properties ?? {}) : {}
  const sections = Object.keys(properties).filter((name) => isSection(properties[name]!, values[name], schema!))
  const shown = section === BASICS ? Object.keys(properties).filter((name) => !sections.includes(name)) : [section]

  return (
    <>
      <div class="bar">
        <h1>{shell.policy}</h1>
        <p class="soft">{canWrite ? words.says : words.read_only}</p>
      </div>
      {!schema && !error && <p class="loading">{shell.loading}</p>}
      {schema && (
        <div class="policy">
          <nav class="sections" aria-label={shell.policy}>
            {[BASICS, ...sections].map((name) => (
              <button
                key={name}
                type="button"
                class="quiet"
                aria-pressed={name === section}
                onClick={() => setSection(name)}
              >
                {name === BASICS ? words.basics : policyFieldName(name, language)}
              </button>
            ))}
          </nav>
          <form
            class="card"
            onSubmit={async (event) => {
              event.preventDefault()
              setChange(await desk.preview(body()))
            }}
          >
            <fieldset class="policy-fields" disabled={!canWrite}>
              <legend class="hidden">{section === BASICS ? words.basics : policyFieldName(section, language)}</legend>
              {shown.map((name) => (
                <PolicyField
                  key={name}
                  path={name}
                  schema={properties[name]!}
                  root={schema}
                  value={values[name]}
                  change={(value) => {
                    setChange(undefined)
                    setValues(withValue(values, name, value))
                  }}
                  faults={error?.details ?? []}
                />
              ))}
            </fieldset>
            <ErrorNote error={error} />
            {change && <ChangePreview change={change} />}
            {change && section === VOICE && <VoicePreview persona={values[VOICE]} />}
            {change?.version !== undefined && <p role="status">{filled(words.written, { n: change.version })}</p>}
            {canWrite && (
              <div class="row">
                <label class="field">
                  <span>{words.valid_from}</span>
                  <input
                    type="datetime-local"
                    value={validFrom}
                    onInput={({ currentTarget }) => setValidFrom(currentTarget.value)}
                  />
                </label>
                <button type="submit" disabled={isBusy}>
                  {words.preview}
                </button>
                <button
                  type="button"
                  class="main"
                  disabled={isBusy || !change || change.diff.length === 0 || change.version !== undefined}
                  onClick={() => settle(desk.write(body()))}
                >
                  {words.write}
                </button>
                {error?.code === 'precondition_failed' && (
                  <button type="button" onClick={desk.read}>
                    {library.reload}
                  </button>
                )}
              </div>
            )}
          </form>
        </div>
      )}
      {!schema && <ErrorNote error={error} again={desk.read} />}
      <PolicyVersions read={versions} canWrite={canWrite} rollback={(version) => settle(desk.rollback(version))} />
    </>
  )
}

const SECTIONS: readonly Kind['is'][] = ['group', 'rows', 'record', 'variant', 'json', 'by_condition']

/** Groups and long lists have a page of their own. */
function isSection(schema: Schema, value: unknown, root: Schema): boolean {
  return SECTIONS.includes(kindOf(schema, plainOf(value, schema, root), root).is)
}
