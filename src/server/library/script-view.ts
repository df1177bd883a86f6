import type { Locale, ScriptView, WordingFinding } from '../../protocol/index.ts'
import { effectiveScript, isOutrun, type Script, statusOf } from '../../scripts/index.ts'
import { type SuggestDeps, wordingCheck } from '../../suggest/index.ts'
import type { NumberedEdit } from './stored-edit.ts'

/** What is wrong with the wordings of a script, as the guard sees them in a store. `base` = what it stands in for. */
export type FindingsOf = (script: Script, base: Script | undefined) => WordingFinding[]

/** Judges by what a store promises now; `now` in epoch milliseconds. What the pack's own words set off is no reproach to the store's. */
export function findingsIn(deps: SuggestDeps, uiLocale: Locale, now: number): FindingsOf {
  const check = remembered(wordingCheck(deps, { uiLocale, now }))
  const verdicts = (script: Script) =>
    script.wordings.flatMap(({ open, short }, i) => {
      const forms =
        open === short
          ? ([['short', short]] as const)
          : ([
              ['open', open],
              ['short', short],
            ] as const)
      return forms.map(([form, text]) => ({ path: `wordings.${i}.${form}`, ...check(text, script) }))
    })
  return (script, base) => {
    const usual = new Set(base && verdicts(base).flatMap(({ warnings }) => warnings.map(({ rule }) => rule)))
    return verdicts(script).flatMap(({ path, warnings, fixed }) => {
      const serious = warnings.filter(({ level, rule }) => level !== 'hint' && !usual.has(rule))
      if (serious.length === 0) return []
      const verdict = serious.some(({ level }) => level === 'block') ? 'block' : 'warn'
      return [{ path, verdict, warnings: serious, ...(fixed === undefined ? {} : { fixed }) }]
    })
  }
}

/** A wording is judged when it is written, and again when it is shown. */
function remembered(check: ReturnType<typeof wordingCheck>): typeof check {
  const known = new Map<string, ReturnType<typeof check>>()
  return (text, script) => {
    const key = `${script.locale} ${script.intents.join()} ${text}`
    const verdict = known.get(key) ?? check(text, script)
    known.set(key, verdict)
    return verdict
  }
}

/** A script with its whole standing; undefined when there is none of this id. */
export function viewOf(
  store: string,
  id: string,
  { version, edit, at, author }: NumberedEdit,
  base: Script | undefined,
  findings: FindingsOf,
): ScriptView | undefined {
  const script = effectiveScript(edit, base)
  const shown = edit.draft ?? script
  if (version === 0 && !base) return undefined
  const conflict = isOutrun(edit, base)
  return {
    id,
    store,
    version,
    status: statusOf(edit, base),
    origin: originOf(edit, base),
    ...(script ? { script } : {}),
    ...(edit.draft ? { draft: edit.draft } : {}),
    findings: version > 0 && shown ? findings(shown, base) : [],
    ...(base ? { base } : {}),
    ...(conflict ? { oldBase: edit.base, conflict: 'base' as const } : {}),
    ...(edit.reviewOn ? { reviewOn: edit.reviewOn } : {}),
    ...(version > 0 ? { at, author } : {}),
  }
}

export function originOf({ script, draft }: NumberedEdit['edit'], base: Script | undefined): ScriptView['origin'] {
  if (!base) return 'own'
  return script || draft ? 'override' : 'pack'
}
