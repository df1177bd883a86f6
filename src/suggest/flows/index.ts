export { createFlows, type Flows } from './create-flows.ts'
export { FlowFile, type FlowRecord } from './flow-record.ts'
export { nameOf } from './moves.ts'
