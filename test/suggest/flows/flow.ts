import type { z } from 'zod'
import { FlowFile, type FlowRecord } from '../../../src/suggest/index.ts'

type Given = z.input<typeof FlowFile>['flows'][number]
type Step = Given['states'][string]

/** A flow of a test; what it says does not matter there. */
export function flow({
  states,
  ...record
}: Omit<Given, 'name' | 'states'> & { states: Record<string, Partial<Step>> }): FlowRecord {
  const says = { zh: '…', en: '…', ko: '…' }
  const named = Object.fromEntries(Object.entries(states).map(([name, step]) => [name, { says, ...step }]))
  return FlowFile.parse({ flows: [{ ...record, name: says, states: named }] }).flows[0]!
}
