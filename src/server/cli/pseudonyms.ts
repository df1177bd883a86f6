import { createHmac } from 'node:crypto'
import type { AnonymiseDeps } from '../../insight/index.ts'

/** Half a year to either side. */
const MOST_MS = 180 * 86_400_000
const LETTERS = 12
const KINDS = { chat: 'c', agent: 'a' } as const

/** Pseudonyms and shifts of time that only who knows the seed can make again; the same seed gives the same. */
export function pseudonyms(seed: string): Pick<AnonymiseDeps, 'pseudonym' | 'shift'> {
  const print = (...of: readonly string[]) => createHmac('sha256', seed).update(JSON.stringify(of)).digest()
  return {
    pseudonym: (of, id) => `${KINDS[of]}-${print(of, id).toString('hex').slice(0, LETTERS)}`,
    shift: (chat) => Math.round((print('time', chat).readUInt32BE() / 2 ** 32 - 0.5) * 2 * MOST_MS),
  }
}
