import { describe, expect, test } from 'vitest'
import { readExamples, readRules } from '../../../src/server/load/rules.ts'
import { faultsOf, folder } from './folder.ts'

const FILES = {
  'rules/zh.yaml': 'absolute:\n  find:\n    - 最好\n    - {words: [第一], fix: 很受欢迎}\n',
  'rules/en.yaml': '{}\n',
  'rules/ko.yaml': '{}\n',
  'lexicon/couriers.yaml': '- {name: 韵达, wrong: [运达]}\n',
  'rules/packs/jd.yaml': '{}\n',
  'lexicon/homophones.yaml': 'letters: {}\nsigns: []\nvariants: {}\nwords: []\nexcept: []\n',
}

describe('readRules', () => {
  test('gathers the word lists of all languages and the aliases', async () => {
    const lists = await readRules(await folder(FILES))
    expect(lists.zh.absolute!.find).toEqual([{ words: ['最好'] }, { words: ['第一'], fix: '很受欢迎' }])
    expect(lists.aliases).toEqual([{ name: '韵达', wrong: ['运达'], except: [] }])
  })
  test('a locale may have several files, each list in one of them', async () => {
    const style = 'slang:\n  find: [表急]\n'
    const lists = await readRules(await folder({ ...FILES, 'rules/zh-style.yaml': style }))
    expect(Object.keys(lists.zh).sort()).toEqual(['absolute', 'slang'])
    const path = await folder({ ...FILES, 'rules/zh-style.yaml': `${style}absolute:\n  find: [一定]\n` })
    expect(await faultsOf(path, readRules(path))).toEqual([
      expect.stringMatching(/^rules\/zh-style\.yaml:[34] absolute: stands in another file too$/),
    ])
  })
  test.each([
    ['rules/zh.yaml', 'absolute:\n  find:\n    - 最好\nabsolut:\n  find: []\n', /^rules\/zh\.yaml:\d+ /],
    ['rules/ko.yaml', 'absolute:\n  find:\n    - 최고\n    - "(최"\n', /^rules\/ko\.yaml:4 absolute\.find\.1/],
    ['lexicon/couriers.yaml', '- {name: 韵达, wrong: []}\n', /^lexicon\/couriers\.yaml:1 0\.wrong/],
  ])('names the line of a fault in %s', async (name, text, said) => {
    const path = await folder({ ...FILES, [name]: text })
    expect((await faultsOf(path, readRules(path)))[0]).toMatch(said)
  })
})

describe('readExamples', () => {
  test('gathers the files by name and names the line of a fault', async () => {
    const blame = 'rule: R37\nbreaks: [您自己没看]\nkeeps: [是我没说清楚]\n'
    const plain = 'rule: none\nbreaks: []\nkeeps: [好的]\n'
    const path = await folder({ 'rules/examples/zh/plain.yaml': plain, 'rules/examples/zh/blame.yaml': blame })
    expect((await readExamples(path)).map(({ rule }) => rule)).toEqual(['R37', 'none'])
    const wrong = await folder({ 'rules/examples/zh/blame.yaml': 'rule: blame\nbreaks: [a]\nkeeps: []\n' })
    expect((await faultsOf(wrong, readExamples(wrong)))[0]).toMatch(/^rules\/examples\/zh\/blame\.yaml:1 rule/)
    const aimless = await folder({ 'rules/examples/zh/plain.yaml': 'rule: none\nbreaks: [a]\nkeeps: []\n' })
    expect((await faultsOf(aimless, readExamples(aimless)))[0]).toMatch(/breaks belong to a rule/)
  })
})
