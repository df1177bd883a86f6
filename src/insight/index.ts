export * from './evaluate/index.ts'
