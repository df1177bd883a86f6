import { localDay } from '../../policy/index.ts'
import type { Locale, ScriptConflict } from '../../protocol/index.ts'
import { effectiveScript, isOutrun, type Script } from '../../scripts/index.ts'
import type { SuggestDeps } from '../../suggest/index.ts'
import { createPauses } from '../in-slices.ts'
import type { ScriptDesk } from './script-desk.ts'
import { findingsIn } from './script-view.ts'

/** Pairs of scripts held against each other at the most: a topic with hundreds of a store's own phrases would take minutes. */
const PAIRS = 20_000
/** The rules that hold a text against what was said before. */
const CONTRADICTED: readonly string[] = ['R06', 'R99']
const NOTHING: ReadonlySet<string> = new Set()

const SAYS = {
  base: { zh: '基础话术已更新', en: "the pack's script has changed", ko: '기본 문구가 바뀌었어요' },
  expired: { zh: '已过有效期', en: 'its last day is over', ko: '유효기간이 지났어요' },
  review: { zh: '该复查了', en: 'it is due for review', ko: '검토할 때가 되었어요' },
} as const

/** What is wrong with the scripts that a store has edited, beside live conversations; `now` in epoch milliseconds. */
export async function conflictsIn(
  deps: SuggestDeps,
  desk: ScriptDesk,
  store: string,
  now: number,
): Promise<ScriptConflict[]> {
  const uiLocale = deps.store.locales[0]!
  const { day } = localDay(now, deps.store.timezone)
  const findings = findingsIn(deps, uiLocale, now)
  const pause = createPauses()
  const conflicts: ScriptConflict[] = []
  const own: Script[] = []
  for (const [id, { edit }] of desk.edits(store)) {
    const base = desk.base(store, id)
    const script = effectiveScript(edit, base)
    if (isOutrun(edit, base)) conflicts.push({ kind: 'base', scriptId: id, says: SAYS.base[uiLocale] })
    if (edit.reviewOn !== undefined && edit.reviewOn <= day)
      conflicts.push({ kind: 'review', scriptId: id, says: SAYS.review[uiLocale] })
    if (!script) continue
    if (script.when.until !== undefined && script.when.until < day)
      conflicts.push({ kind: 'expired', scriptId: id, path: 'when.until', says: SAYS.expired[uiLocale] })
    else if (edit.script) own.push(script)
    if (!edit.script) continue
    for (const { path, verdict, warnings } of findings(script, base))
      if (verdict === 'block') conflicts.push({ kind: 'policy', scriptId: id, path, says: warnings[0]!.says })
    await pause()
  }
  return [...conflicts, ...(await twinsAmong(own, deps, uiLocale))]
}

/** Scripts that are said in the same case and promise different things; each pair once. */
async function twinsAmong(own: readonly Script[], deps: SuggestDeps, uiLocale: Locale): Promise<ScriptConflict[]> {
  const pause = createPauses()
  const conflicts: ScriptConflict[] = []
  const seen = new Set<string>()
  let pairs = 0
  for (const script of own) {
    const shelf = deps.library.shelf(script.locale)
    const others = new Set(script.intents.flatMap((intent) => shelf.byTopic.get(intent) ?? []))
    for (const { script: other } of others) {
      const pair = [script.id, other.id].sort().join(' ')
      if (other.id === script.id || seen.has(pair) || !meetsWith(script, other)) continue
      seen.add(pair)
      pairs += 1
      if (pairs > PAIRS) return conflicts
      const found = contradiction(script, other, deps, uiLocale)
      if (found) conflicts.push({ kind: 'twin', scriptId: script.id, otherId: other.id, ...found })
      await pause()
    }
  }
  return conflicts
}

/** Whether both may be said in one case: what is written for different moments may say different things. */
function meetsWith(a: Script, b: Script): boolean {
  return JSON.stringify([a.when, a.stage, a.for]) === JSON.stringify([b.when, b.stage, b.for])
}

/** Which of the two was written first says nothing, so each is held against the other. */
function contradiction(script: Script, other: Script, deps: SuggestDeps, uiLocale: Locale) {
  const found = denialIn(script, other, deps, uiLocale)
  if (found) return found
  const says = denialIn(other, script, deps, uiLocale)?.says
  return says === undefined ? undefined : { says }
}

function denialIn(script: Script, other: Script, { guard }: SuggestDeps, uiLocale: Locale) {
  const earlier = other.wordings.map(({ short }) => ({ text: short, changedSince: NOTHING }))
  for (const [i, { short }] of script.wordings.entries()) {
    const { warnings } = guard.check(short, { kind: 'script', locale: script.locale, uiLocale, earlier })
    const found = warnings.find(({ rule }) => CONTRADICTED.includes(rule))
    if (found) return { path: `wordings.${i}.short`, says: found.says }
  }
  return undefined
}
