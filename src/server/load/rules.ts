import { join } from 'node:path'
import { RuleLists } from '../../guard/index.ts'
import { readYaml } from './read-yaml.ts'

/**
 * Reads the guard's word lists: `rules/<locale>.yaml` and the aliases of `lexicon/couriers.yaml`.
 * @throws FileFaults with the line of every fault.
 */
export async function readRules(dataDirectory: string): Promise<RuleLists> {
  const rules = join(dataDirectory, 'rules')
  const [zh, en, ko, aliases] = await Promise.all([
    readYaml(join(rules, 'zh.yaml'), RuleLists.shape.zh),
    readYaml(join(rules, 'en.yaml'), RuleLists.shape.en),
    readYaml(join(rules, 'ko.yaml'), RuleLists.shape.ko),
    readYaml(join(dataDirectory, 'lexicon', 'couriers.yaml'), RuleLists.shape.aliases),
  ])
  return { zh, en, ko, aliases }
}
