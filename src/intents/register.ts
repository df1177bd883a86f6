import type { Register } from '../protocol/index.ts'
import { type Said, told } from './said.ts'

const CLEAR = 0.6

/** Whether the shopper writes formally or in slang (R44, R45); neutral lines keep what was seen. */
export function registerAfter(before: Register, message: Said): Register {
  const slangy = told(message, 'slangy')
  const formal = told(message, 'formal')
  if (slangy >= CLEAR && slangy >= formal) return 'slangy'
  return formal >= CLEAR ? 'formal' : before
}
