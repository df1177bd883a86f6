export { type Prompt, promptOf } from './prompt.ts'
export { openRewrite, type RewriteTask } from './rewrite.ts'
export { type DiffStep, wordDiff } from './word-diff.ts'
