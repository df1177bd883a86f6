import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { emptyTally, Tally } from '../../insight/index.ts'
import { replaceFile } from '../replace-file.ts'
import { UsageError } from './usage-error.ts'

/** How far mining has come: `content` says what is mined and how, `position` how many of its chats are counted. It holds no personal data. */
const MiningState = z.object({ content: z.string(), position: z.int().min(0), tally: Tally })
export type MiningState = z.infer<typeof MiningState>

/** What mining depends on, as one hash. */
export function contentHash(bytes: Buffer, ...settings: readonly string[]): string {
  return createHash('sha256').update(bytes).update(JSON.stringify(settings)).digest('hex')
}

/** Where mining stopped, or its beginning: of other chats nothing is taken over. @throws UsageError for a file that is something else */
export async function readMiningState(file: string | undefined, content: string): Promise<MiningState> {
  const beginning = { content, position: 0, tally: emptyTally() }
  if (file === undefined || !existsSync(file)) return beginning
  try {
    const state = MiningState.parse(JSON.parse(await readFile(file, 'utf8')))
    return state.content === content ? state : beginning
  } catch (cause) {
    throw new UsageError(`${file} holds no state of mining`, { cause })
  }
}

/** Replaces the file at once: who is stopped in the middle finds the one before. */
export async function writeMiningState(file: string, state: MiningState): Promise<void> {
  await replaceFile(file, JSON.stringify(state))
}
