import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Placed, ScriptFile } from '../../scripts/index.ts'
import { type FileFault, FileFaults, faultsOf, parseYaml, readText } from './read-yaml.ts'

/**
 * Reads every script pack below a folder (`<locale>/*.yaml`), in the order of the file names.
 * @throws FileFaults with the faults of all files at once.
 */
export async function readScripts(directory: string): Promise<Placed[]> {
  const placed: Placed[] = []
  const faults: FileFault[] = []
  const locales = (await readdir(directory, { withFileTypes: true })).filter((entry) => entry.isDirectory())
  for (const locale of locales.map(({ name }) => name).sort()) {
    for (const name of (await readdir(join(directory, locale))).sort()) {
      if (!name.endsWith('.yaml')) continue
      const file = join(directory, locale, name)
      try {
        const { value, lineOf } = parseYaml(await readText(file), file)
        const checked = ScriptFile.safeParse(value)
        if (!checked.success) {
          faults.push(...faultsOf(checked.error, file, lineOf))
          continue
        }
        for (const [i, record] of checked.data.scripts.entries()) {
          placed.push({ script: { ...record, locale: checked.data.locale }, file, line: lineOf(['scripts', i]) })
        }
      } catch (error) {
        if (!(error instanceof FileFaults)) throw error
        faults.push(...error.faults)
      }
    }
  }
  if (faults.length > 0) throw new FileFaults(faults)
  return placed
}
