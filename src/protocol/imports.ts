import { z } from 'zod'
import { Id, LocaleTag, Timestamp } from './atoms.ts'
import { WordingFinding } from './scripts.ts'

/**
 * The file is the body, whatever its kind. `format` absent = told by the file; `map` = JSON `{field: column}` for tables whose columns go by other names (fields:
 * text, code, title, group, language, isOff). `locale` absent = by each text. `dryRun=true` only reports.
 */
export const ImportQuery = z.object({
  store: Id.optional(),
  format: z.string().max(40).optional(),
  map: z.string().max(2_000).optional(),
  locale: LocaleTag.optional(),
  dryRun: z.enum(['true', 'false']).optional(),
})

/**
 * What becomes of one phrase: `new` = a script in use, `draft` = it waits for a lead, because the guard blocks it or a variable stands for nothing we know,
 * `same` = the store says so already (`sameAs`), or an earlier row of the file (`sameRow`), `fault` = it could not be read (`kind`, `column`: why, and where in
 * the row). `near` = a script that says nearly the same, `codeOfRow` = an earlier row has its short code, too, `isOff` = it was switched off where it came from,
 * `unfiled` = too little says what it is about (`intents` are guesses): agents find it by its words and code only, until somebody files it.
 * `leftOut` = what no script holds, such as a picture that was sent with it: then it waits for a lead, too.
 */
export const ImportRow = z
  .object({
    row: z.int(),
    outcome: z.enum(['new', 'draft', 'same', 'fault']),
    id: Id.optional(),
    sameAs: Id.optional(),
    sameRow: z.int().optional(),
    codeOfRow: z.int().optional(),
    isOff: z.literal(true).optional(),
    unfiled: z.literal(true).optional(),
    near: z.object({ scriptId: Id, likeness: z.number() }).optional(),
    kind: z.enum(['empty', 'too_long', 'no_text_column', 'too_many', 'unreadable']).optional(),
    column: z.string().optional(),
    message: z.string().optional(),
    intents: z.array(z.object({ name: z.string(), confidence: z.number() })).optional(),
    category: z.string().optional(),
    stage: z.string().optional(),
    unmapped: z.array(z.string()).optional(),
    leftOut: z.array(z.string()).optional(),
    findings: z.array(WordingFinding).optional(),
  })
  .meta({ id: 'ImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

/** `importId` is absent after a dry run. `unmapped` = variables that stand for nothing we know, with how many rows they stand in. */
export const ImportReport = z
  .object({
    store: Id,
    importId: Id.optional(),
    format: z.string(),
    encoding: z.string(),
    counts: z.object({ new: z.int(), draft: z.int(), same: z.int(), fault: z.int() }),
    unmapped: z.array(z.object({ variable: z.string(), rows: z.int() })),
    rows: z.array(ImportRow),
  })
  .meta({ id: 'ImportReport' })
export type ImportReport = z.infer<typeof ImportReport>

/** Newest first; `scripts` that nobody has changed since: an undo takes these out of use. */
export const ImportsResult = z
  .object({
    imports: z.array(z.object({ importId: Id, at: Timestamp, author: z.string(), scripts: z.int() })),
  })
  .meta({ id: 'ImportsResult' })
export const UndoResult = z.object({ importId: Id, retired: z.int() }).meta({ id: 'UndoResult' })
/** `file` absent = the kind of file that the program of the format reads; lists are JSON or YAML, whatever it says. */
export const ExportQuery = z.object({
  store: Id.optional(),
  format: z.string().max(40),
  file: z.enum(['csv', 'xlsx']).optional(),
})
