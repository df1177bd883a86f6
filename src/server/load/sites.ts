import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { SiteDescription } from '../../protocol/index.ts'
import { FileFaults, readPlaced } from './read-yaml.ts'

/**
 * Reads the descriptions of chat pages of a folder, in the order of the file names; a file is named after its site.
 * @throws FileFaults with the line of every fault of the first file that has any.
 */
export async function readSites(directory: string): Promise<SiteDescription[]> {
  const sites: SiteDescription[] = []
  for (const name of (await readdir(directory)).sort()) {
    if (!name.endsWith('.yaml')) continue
    const file = join(directory, name)
    const { data, lineOf } = await readPlaced(file, SiteDescription)
    if (`${data.id}.yaml` !== name) {
      const message = `the file of the site "${data.id}" is named ${data.id}.yaml`
      throw new FileFaults([{ file, line: lineOf(['id']), path: 'id', message }])
    }
    sites.push(data)
  }
  return sites
}
