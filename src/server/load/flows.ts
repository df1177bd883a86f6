import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { FlowFile, type FlowRecord } from '../../suggest/index.ts'
import { readYaml } from './read-yaml.ts'

/**
 * Reads the flows of a folder, in the order of the file names.
 * @throws FileFaults with the line of every fault of the first file that has any.
 */
export async function readFlows(directory: string): Promise<FlowRecord[]> {
  const flows: FlowRecord[] = []
  for (const name of (await readdir(directory)).sort()) {
    if (name.endsWith('.yaml')) flows.push(...(await readYaml(join(directory, name), FlowFile)).flows)
  }
  return flows
}
