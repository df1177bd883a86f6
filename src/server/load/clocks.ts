import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { ClockPreset, type Fault, HOUSE_CLOCK, type Store } from '../../policy/index.ts'
import { FileFaults, readPlaced, refuseFaults } from './read-yaml.ts'

/**
 * Reads the clocks of a folder, in the order of the file names; a file is named after its clock.
 * @throws FileFaults with the line of every fault of the first file that has any.
 */
export async function readClocks(directory: string): Promise<ClockPreset[]> {
  const clocks: ClockPreset[] = []
  for (const name of (await readdir(directory)).sort()) {
    if (!name.endsWith('.yaml')) continue
    const file = join(directory, name)
    const { data, lineOf } = await readPlaced(file, ClockPreset)
    const refuse = (path: keyof ClockPreset, message: string) => {
      throw new FileFaults([{ file, line: lineOf([path]), path, message }])
    }
    if (`${data.id}.yaml` !== name) refuse('id', `the file of the clock "${data.id}" is named ${data.id}.yaml`)
    const rival = clocks.find(({ channels }) => channels.some((channel) => data.channels.includes(channel)))
    if (rival) refuse('channels', `the clock "${rival.id}" claims one of them already`)
    clocks.push(data)
  }
  if (clocks.every(({ id }) => id !== HOUSE_CLOCK)) {
    const file = join(directory, `${HOUSE_CLOCK}.yaml`)
    throw new FileFaults([
      { file, line: 1, path: '', message: 'no such file: channels without a rule are timed by it' },
    ])
  }
  return clocks
}

/** Names of clocks in a policy that there are none of. */
export function unknownClocks(store: Store, clocks: readonly ClockPreset[]): Fault[] {
  const known = clocks.map(({ id }) => id)
  return (store.sla.clock ?? []).flatMap(({ value }, index) =>
    known.includes(value) ? [] : [{ path: `sla.clock.${index}`, message: `no clock "${value}": ${known.join(', ')}` }],
  )
}

/**
 * Refuses a store that names a clock there is none of.
 * @throws FileFaults naming the line of every such name.
 */
export async function refuseUnknownClocks(
  directory: string,
  store: Store,
  clocks: readonly ClockPreset[],
): Promise<void> {
  await refuseFaults(join(directory, 'store.yaml'), unknownClocks(store, clocks))
}
