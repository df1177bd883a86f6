import { randomUUID } from 'node:crypto'
import { HuashuError, type Locale, type Trial, type TrialRequest } from '../../protocol/index.ts'
import {
  createLibrary,
  type Entry,
  effectiveScript,
  factSlots,
  type Library,
  parseTemplate,
  type Script,
} from '../../scripts/index.ts'
import type { Learning } from '../learning/learning.ts'
import type { ScriptDesk } from '../library/script-desk.ts'
import { findingsIn } from '../library/script-view.ts'
import { documentId, partsOfId } from '../library/stored-edit.ts'
import type { Clock, Engine } from '../ports.ts'
import type { Principal } from '../principal.ts'
import { authorOf, type Versioned } from '../versioned.ts'
import { type Arm, type StoredTrial, trialOf } from './stored-trial.ts'
import { reportOf } from './trial-report.ts'

/** Comparisons of wordings: durable before they are acknowledged, shown by every node soon after, counted from the log. */
export interface TrialDesk {
  /** Newest first. */
  list(store: string, scriptId?: string): Trial[]
  /** @throws HuashuError `not_found` */
  view(store: string, id: string): Trial
  /** @throws HuashuError `bad_request`, `not_found`, `id_conflict` when one of this script goes on, `unavailable` */
  start(store: string, who: Principal, request: TrialRequest): Promise<Trial>
  /** Shows none of it any more; what was counted stays. @throws HuashuError `not_found`, `precondition_failed`, `unavailable` */
  end(store: string, who: Principal, id: string): Promise<Trial>
}

export interface TrialDeskDeps {
  readonly engine: Engine
  readonly versioned: Versioned
  readonly scriptDesk: ScriptDesk
  readonly learning: Pick<Learning, 'trial'>
  readonly clock: Clock
}

/** A trial with its wordings ready for use, made when it is first shown: the library may be there later than the trials. */
interface Known {
  readonly id: string
  readonly version: number
  readonly trial: StoredTrial
  library?: Library
}

const KIND = 'trial'
const MARGIN = 0.05

export function createTrialDesk({ engine, versioned, scriptDesk, learning, clock }: TrialDeskDeps): TrialDesk {
  const stores = new Map<string, Map<string, Known>>()
  const ofStore = (store: string) => stores.get(store) ?? new Map<string, Known>()

  versioned.attend(KIND, (newest) => {
    for (const document of newest) {
      const { store, id } = partsOfId(document.id)
      if (!engine.storeIds.includes(store)) continue
      const known = ofStore(store)
      stores.set(store, known)
      if ((known.get(id)?.version ?? 0) >= document.version) continue
      known.set(id, { id, version: document.version, trial: trialOf(document.body) })
      use(store)
    }
  })

  /** Hands the trials that are not ended to the pipeline, which asks with every answer whether they go on. */
  function use(store: string): void {
    const open = [...ofStore(store).values()].filter(({ trial }) => trial.endedAt === undefined)
    const byScript = new Map(open.map((one) => [one.trial.scriptId, one]))
    engine.tryOut(store, {
      of(scriptId) {
        const known = byScript.get(scriptId)
        const entry = known && isShown(store, known) ? entryOf(store, known) : undefined
        return entry && { id: known!.id, forms: entry.forms }
      },
      said(text: string, locale: Locale): readonly Entry[] {
        for (const known of byScript.values()) {
          const found = entryOf(store, known) && known.library!.said(text, locale)
          if (found?.length) return found
        }
        return []
      },
    })
  }

  /** The script with the compared wordings alone. */
  function entryOf(store: string, known: Known): Entry | undefined {
    const { scriptId, arms } = known.trial
    if (!known.library) {
      const script = engine.deps(store).library.get(scriptId)?.script
      if (!script) return undefined
      const wordings = arms.map(({ open, short }) => ({ open, short }))
      known.library = createLibrary([{ ...script, wordings }])
    }
    return known.library.get(scriptId)
  }

  function standing(store: string, id: string): { script?: Script | undefined; draft?: Script | undefined } {
    const edit = scriptDesk.edits(store).get(id)?.edit ?? {}
    return { script: effectiveScript(edit, scriptDesk.base(store, id)), draft: edit.draft }
  }

  /** What was changed or dropped since is shown no longer: it may have been wrong. A draft that was approved goes on. */
  function isCurrent(store: string, { scriptId, arms }: StoredTrial): boolean {
    const { script, draft } = standing(store, scriptId)
    if (!script) return false
    const wordings = [...script.wordings, ...(draft?.wordings ?? [])]
    return arms.every((arm) => wordings.some(({ open, short }) => open === arm.open && short === arm.short))
  }

  function isShown(store: string, { id, trial }: Known): boolean {
    return isCurrent(store, trial) && learning.trial(store, id)?.harmful === undefined
  }

  function reported(store: string, { id, trial }: Known): Trial {
    return reportOf({ store, id }, trial, learning.trial(store, id), isCurrent(store, trial))
  }

  function known(store: string, id: string): Known {
    const found = ofStore(store).get(id)
    if (!found) throw new HuashuError('not_found', `there is no trial "${id}"`)
    return found
  }

  async function write(store: string, who: Principal, id: string, version: number, body: StoredTrial): Promise<Trial> {
    const stale = await versioned.write(KIND, authorOf(who), [{ id: documentId(store, id), version, body }])
    if (stale.length > 0) throw new HuashuError('precondition_failed', 'somebody else has just changed it')
    return reported(store, known(store, id))
  }

  return {
    list: (store, scriptId) =>
      [...ofStore(store).values()]
        .filter(({ trial }) => (scriptId ?? trial.scriptId) === trial.scriptId)
        .sort((a, b) => b.trial.startedAt - a.trial.startedAt)
        .map((one) => reported(store, one)),

    view: (store, id) => reported(store, known(store, id)),

    async start(store, who, { scriptId, wordings, draft: isDraft = false, margin = MARGIN }) {
      const { script, draft } = standing(store, scriptId)
      if (!script) throw new HuashuError('not_found', `body.scriptId: there is no script "${scriptId}" in use`)
      const others = [...ofStore(store).values()].filter(({ trial }) => trial.scriptId === scriptId)
      if (others.some((one) => one.trial.endedAt === undefined && isShown(store, one)))
        throw new HuashuError('id_conflict', `body.scriptId: wordings of "${scriptId}" are being compared already`)
      const arms = isDraft ? armsWithDraft(script, draft, wordings) : armsOf(script, wordings)
      checkFacts(arms)
      const deps = engine.deps(store)
      const findings = findingsIn(deps, deps.store.locales[0]!, clock.now())
      const asScript = { ...script, wordings: arms.map(({ open, short }) => ({ open, short })) }
      const blocked = findings(asScript, scriptDesk.base(store, scriptId)).find(({ verdict }) => verdict === 'block')
      if (blocked) throw new HuashuError('bad_request', `body.wordings: ${blocked.warnings[0]!.says}`)
      // one that was stopped or has changed makes room
      for (const one of others)
        if (one.trial.endedAt === undefined)
          await write(store, who, one.id, one.version + 1, { ...one.trial, endedAt: clock.now() })
      const { locale } = script
      const body = { scriptId, locale, arms, margin, startedAt: clock.now(), author: authorOf(who) }
      return write(store, who, randomUUID(), 1, body)
    },

    async end(store, who, id) {
      const { version, trial } = known(store, id)
      if (trial.endedAt !== undefined) return reported(store, known(store, id))
      return write(store, who, id, version + 1, { ...trial, endedAt: clock.now() })
    },
  }
}

function armsOf({ wordings }: Script, wanted: readonly number[] = [0, 1]): Arm[] {
  if (new Set(wanted).size < 2 || wanted.some((at) => at >= wordings.length))
    throw new HuashuError('bad_request', `body.wordings: two or more of the ${wordings.length} wordings, each once`)
  return wanted.map((at) => ({ ...wordings[at]!, from: 'wording' }))
}

/** The draft's first wording that is not in use yet, against one that is. */
function armsWithDraft(script: Script, draft: Script | undefined, [at = 0]: readonly number[] = []): Arm[] {
  const inUse = script.wordings[at]
  if (!inUse) throw new HuashuError('bad_request', `body.wordings: there is no wording ${at}`)
  const fresh = draft?.wordings.find(
    ({ open, short }) => !script.wordings.some((one) => one.open === open && one.short === short),
  )
  if (!fresh) throw new HuashuError('bad_request', 'body.draft: there is no draft that says it in other words')
  return [
    { ...inUse, from: 'wording' },
    { ...fresh, from: 'draft' },
  ]
}

/** Wordings that need different facts would be shown in different talks, and no comparison. */
function checkFacts(arms: readonly Arm[]): void {
  const printed = arms.map((arm) =>
    (['open', 'short'] as const)
      .map((form) => [...new Set(factSlots(parseTemplate(arm[form])))].sort().join(' '))
      .join('; '),
  )
  if (new Set(printed).size > 1)
    throw new HuashuError('bad_request', 'body.wordings: wordings that are compared must print the same facts')
}
