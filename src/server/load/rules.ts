import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Disguise, Examples, RuleLists } from '../../guard/index.ts'
import type { Locale } from '../../protocol/index.ts'
import { type FileFault, FileFaults, readPlaced, readYaml } from './read-yaml.ts'

type Lists = RuleLists[Locale]

/**
 * Reads the guard's word lists: `rules/<locale>.yaml` with those of `rules/<locale>-<part>.yaml` beside them, and the aliases of `lexicon/couriers.yaml`, `rules/packs/<channel>.yaml` and `lexicon/homophones.yaml`.
 * @throws FileFaults with the line of every fault.
 */
export async function readRules(dataDirectory: string): Promise<RuleLists> {
  const rules = join(dataDirectory, 'rules')
  const names = (await readdir(rules)).sort()
  const lexicon = join(dataDirectory, 'lexicon')
  const [zh, en, ko, aliases, packs, disguise] = await Promise.all([
    readLists(rules, names, 'zh'),
    readLists(rules, names, 'en'),
    readLists(rules, names, 'ko'),
    readYaml(join(lexicon, 'couriers.yaml'), RuleLists.shape.aliases),
    readMarketplaces(join(rules, 'packs')),
    readYaml(join(lexicon, 'homophones.yaml'), Disguise),
  ])
  return { zh, en, ko, aliases, packs, disguise }
}

/** Reads the Chinese examples of what breaks a rule and what keeps it, `rules/examples/zh/*.yaml`. @throws FileFaults with the line of every fault. */
export async function readExamples(dataDirectory: string): Promise<Examples[]> {
  const folder = join(dataDirectory, 'rules/examples/zh')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(files.map((name) => readYaml(join(folder, name), Examples)))
}

/** What each marketplace adds, by the channel's name. */
async function readMarketplaces(directory: string): Promise<Record<string, Lists>> {
  const files = (await readdir(directory)).filter((name) => name.endsWith('.yaml')).sort()
  const packs = files.map(async (name) => {
    const channel = name.slice(0, -'.yaml'.length)
    return [channel, await readYaml(join(directory, name), RuleLists.shape.zh)] as const
  })
  return Object.fromEntries(await Promise.all(packs))
}

/** The lists of one locale from all its files; a list stands in one file only, so that nobody looks for it in two. */
async function readLists(directory: string, names: readonly string[], locale: Locale): Promise<Lists> {
  const parts = names.filter((name) => name.startsWith(`${locale}-`) && name.endsWith('.yaml'))
  const merged: Lists = {}
  const twice: FileFault[] = []
  for (const name of [`${locale}.yaml`, ...parts]) {
    const file = join(directory, name)
    const { data, lineOf } = await readPlaced(file, RuleLists.shape[locale])
    for (const list of Object.keys(data) as (keyof Lists)[]) {
      if (list in merged) twice.push({ file, line: lineOf([list]), path: list, message: 'stands in another file too' })
    }
    Object.assign(merged, data)
  }
  if (twice.length > 0) throw new FileFaults(twice)
  return merged
}
