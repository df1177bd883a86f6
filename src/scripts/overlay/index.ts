export { type ChangedField, changedFields } from './changed-fields.ts'
export { overlaid } from './overlaid.ts'
export {
  approved,
  discarded,
  effectiveScript,
  isOutrun,
  isSame,
  isSameJson,
  retired,
  type ScriptEdit,
  type ScriptStatus,
  statusOf,
  UNEDITED,
  withDraft,
  withScript,
} from './script-edit.ts'
