import { HuashuError, type ScriptChange, type WordingFinding } from '../../protocol/index.ts'
import {
  approved,
  checkScript,
  discarded,
  retired,
  type Script,
  type ScriptEdit,
  type ScriptFault,
  UNEDITED,
  withDraft,
  withScript,
} from '../../scripts/index.ts'
import type { Principal } from '../principal.ts'
import type { FindingsOf } from './script-view.ts'

/** What a change meets. `where` = the path of the change in what was sent. */
export interface ChangeContext {
  readonly edit: ScriptEdit
  readonly base: Script | undefined
  readonly topics: ReadonlySet<string>
  readonly findings: FindingsOf
  readonly who: Principal
  readonly where: string
}

/**
 * A script's edit after a change. Words that the guard blocks, and those of somebody who may not decide, become drafts.
 * @throws HuashuError `bad_request` naming the fields, `forbidden`
 */
export function applyChange(change: ScriptChange, context: ChangeContext): ScriptEdit {
  const { reviewOn } = change
  const next = changed(change, context)
  if (reviewOn === undefined) return next
  return { ...next, reviewOn: reviewOn ?? undefined }
}

function changed(change: ScriptChange, { edit, base, topics, findings, who, where }: ChangeContext): ScriptEdit {
  switch (change.op) {
    case 'put': {
      if (!change.script) throw faulty([{ path: `${where}.script`, message: 'what is to be written' }])
      const { script, faults } = checkScript({ ...change.script, id: change.id }, topics)
      if (!script) throw faulty(faults.map(({ path, message }) => ({ path: `${where}.script.${path}`, message })))
      const decides = mayDecide(who, [script, edit.script ?? base])
      if (change.status === 'approved' && !decides) throw needsLead()
      const isUsable = decides && change.status !== 'draft' && blocks(findings(script, base)).length === 0
      return isUsable ? withScript(edit, script, base) : withDraft(edit, script)
    }
    case 'approve': {
      if (!mayDecide(who, [edit.script ?? base, edit.draft])) throw needsLead()
      const found = edit.draft ? blocks(findings(edit.draft, base)) : []
      if (found.length > 0)
        throw faulty(
          found.map(({ path, warnings }) => ({ path: `${where}.script.${path}`, message: warnings[0]!.says })),
        )
      return approved(edit, base)
    }
    case 'retire':
      if (!mayDecide(who, [edit.script ?? base, edit.draft])) throw needsLead()
      return retired(edit)
    case 'discard':
      if (!mayDecide(who, [edit.draft])) throw needsLead()
      return discarded(edit)
    case 'reset':
      if (!mayDecide(who, [edit.script ?? base, edit.draft])) throw needsLead()
      return base ? UNEDITED : retired(edit)
  }
}

export function isLead({ roles }: Pick<Principal, 'roles'>): boolean {
  return roles.includes('lead') || roles.includes('admin')
}

/** Leads decide about everything, agents about what nobody but them is offered. */
export function mayDecide(who: Principal, scripts: readonly (Script | undefined)[]): boolean {
  if (isLead(who)) return true
  const mine = who.agent?.id
  return (
    mine !== undefined &&
    scripts.every((script) => !script || (script.when.agent?.length === 1 && script.when.agent[0] === mine))
  )
}

function blocks(findings: readonly WordingFinding[]): readonly WordingFinding[] {
  return findings.filter(({ verdict }) => verdict === 'block')
}

export function faulty(faults: readonly ScriptFault[]): HuashuError {
  const details = [...faults]
  return new HuashuError('bad_request', `${details[0]!.path}: ${details[0]!.message}`, { details })
}

export const needsLead = () => new HuashuError('forbidden', 'this needs the role lead or admin')
