export { Examples } from './examples.ts'
export { createLeanings, type Leaning, noLeanings, type ReadLeanings } from './leaning.ts'
export { learnRules } from './learn.ts'
export { milder, unlisted, weighed } from './weighed.ts'
