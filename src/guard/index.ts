export type { GuardContext, TextKind, Verdict } from './context.ts'
export { createGuard, type Guard } from './guard.ts'
export { RuleLists } from './lists.ts'
export { maskPersonal } from './mask.ts'
