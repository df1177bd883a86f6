import { z } from 'zod'
import { Warning } from './answer.ts'
import { Id, Locale, Text, Timestamp } from './atoms.ts'

/**
 * A script as its file has it. What else may stand in it (`stage`, `when`, `for`, `argument`, `asks`, `does`, `required`) is described where scripts are
 * written; a fault is answered with its path. `category` `C999` is for a store's own words.
 */
export const ScriptText = z
  .looseObject({
    id: Id,
    locale: Locale,
    category: z.string(),
    intents: z.array(z.string()).default([]),
    tier: z.string(),
    note: Text.optional(),
    wordings: z.array(z.object({ open: Text, short: Text })).max(50),
  })
  .meta({ id: 'ScriptText' })
export type ScriptText = z.infer<typeof ScriptText>

const Day = z.iso.date()

/**
 * `status` = `approved` puts it into use at once, which leads may, and agents for scripts that only they are offered (`when.agent`); `draft` keeps it until
 * a lead approves it. Absent = what the caller may. A wording that the guard blocks makes it a draft.
 */
export const ScriptRequest = z
  .object({
    store: Id.optional(),
    script: ScriptText.partial({ id: true, category: true, tier: true }),
    status: z.enum(['draft', 'approved']).optional(),
    reviewOn: Day.nullish(),
  })
  .meta({ id: 'ScriptRequest' })
export type ScriptRequest = z.infer<typeof ScriptRequest>

export const ScriptStatus = z.enum(['approved', 'draft', 'retired']).meta({ id: 'ScriptStatus' })
/** `pack` = as it ships, `override` = the store's words instead of the pack's, `own` = the store's own script. */
export const ScriptOrigin = z.enum(['pack', 'override', 'own']).meta({ id: 'ScriptOrigin' })

/** What the guard says of a wording, `path` like `wordings.0.short`; `fixed` = the wording with its fixes, when it then passes. */
export const WordingFinding = z
  .object({
    path: z.string(),
    verdict: z.enum(['warn', 'block']),
    warnings: z.array(Warning),
    fixed: z.string().optional(),
  })
  .meta({ id: 'WordingFinding' })
export type WordingFinding = z.infer<typeof WordingFinding>

/**
 * A script with its whole standing. `version` counts a store's edits, 0 = none. `script` is in use (absent: none is), `draft` waits for approval with what the
 * guard says of it (`findings`), `base` is the pack's. `conflict` = the pack's was changed by an upgrade after the store wrote its own: `oldBase` is what it
 * was, and the store's stays in use until it is written again.
 */
export const ScriptView = z
  .object({
    id: Id,
    store: Id,
    version: z.int(),
    status: ScriptStatus,
    origin: ScriptOrigin,
    script: ScriptText.optional(),
    draft: ScriptText.optional(),
    findings: z.array(WordingFinding),
    base: ScriptText.optional(),
    oldBase: ScriptText.optional(),
    conflict: z.literal('base').optional(),
    reviewOn: Day.optional(),
    at: Timestamp.optional(),
    author: z.string().optional(),
  })
  .meta({ id: 'ScriptView' })
export type ScriptView = z.infer<typeof ScriptView>

/**
 * `put` writes (needs `script`), `approve` puts a draft or what was retired into use, `retire` takes out of use, `discard` drops a draft, `reset` gives back
 * the pack's. `version` = the one that was seen; another one by now refuses everything.
 */
export const ScriptChange = z
  .object({
    id: Id,
    op: z.enum(['put', 'approve', 'retire', 'discard', 'reset']),
    version: z.int().min(0).optional(),
    script: ScriptRequest.shape.script.optional(),
    status: ScriptRequest.shape.status,
    reviewOn: ScriptRequest.shape.reviewOn,
  })
  .meta({ id: 'ScriptChange' })
export type ScriptChange = z.infer<typeof ScriptChange>
export const ScriptChanges = z
  .object({ store: Id.optional(), changes: z.array(ScriptChange).min(1).max(10_000) })
  .meta({ id: 'ScriptChanges' })
export const ScriptChangesResult = z
  .object({
    scripts: z.array(ScriptView.pick({ id: true, version: true, status: true, origin: true, findings: true })),
  })
  .meta({ id: 'ScriptChangesResult' })

export const ChangedField = z
  .object({ path: z.string(), before: z.unknown().optional(), after: z.unknown().optional() })
  .meta({ id: 'ChangedField' })
export const ScriptVersion = z
  .object({
    version: z.int(),
    at: Timestamp,
    author: z.string(),
    status: ScriptStatus,
    script: ScriptText.optional(),
    draft: ScriptText.optional(),
    /** Against the version before, of the first against the pack's. */
    diff: z.array(ChangedField),
  })
  .meta({ id: 'ScriptVersion' })
/** Newest first. */
export const ScriptVersionsResult = z.object({ versions: z.array(ScriptVersion) }).meta({ id: 'ScriptVersionsResult' })
export const RollbackRequest = z
  .object({ store: Id.optional(), version: z.int().min(0) })
  .meta({ id: 'RollbackRequest' })

/**
 * `base` = an upgrade changed the pack's script under the store's, `policy` = a wording in use says what the guard would not let an agent say, `twin` = it
 * promises something else than `otherId`, `expired` = its last day is over, `review` = it should have been looked at.
 */
export const ScriptConflict = z
  .object({
    kind: z.enum(['base', 'policy', 'twin', 'expired', 'review']),
    scriptId: Id,
    otherId: Id.optional(),
    path: z.string().optional(),
    says: z.string(),
  })
  .meta({ id: 'ScriptConflict' })
export type ScriptConflict = z.infer<typeof ScriptConflict>
export const ScriptConflictsResult = z
  .object({ conflicts: z.array(ScriptConflict) })
  .meta({ id: 'ScriptConflictsResult' })

/** Switches a store's suggestions off, or on again: messages are read all the same, and every answer says `paused`. */
export const PauseRequest = z.object({ store: Id.optional(), paused: z.boolean() }).meta({ id: 'PauseRequest' })
export const PauseResult = z
  .object({ store: Id, paused: z.boolean(), at: Timestamp.optional(), author: z.string().optional() })
  .meta({ id: 'PauseResult' })
