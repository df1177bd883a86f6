export * from './evaluate/index.ts'
export type * from './log-event.ts'
export * from './tasks/index.ts'
