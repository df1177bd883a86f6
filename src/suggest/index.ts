export { checkDraft } from './check.ts'
export { type DiffStep, openRewrite, type Prompt, type RewriteTask, wordDiff } from './rewrite/index.ts'
export { type SuggestDeps, type Suggested, type SuggestInput, suggest } from './suggest.ts'
export { WEIGHTS, type Weights } from './weights.ts'
