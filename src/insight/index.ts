export * from './evaluate/index.ts'
export type * from './log-event.ts'
export { matchSent, type Offered, type SentMatch } from './match-sent.ts'
export { comparable, printOfText, similarity, type TextPrint } from './text-print.ts'
