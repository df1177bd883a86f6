import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const ROWS = [
  { text: '165 110 穿什么码', intent: 'size_fit.recommend', source: 'own', natural: true, weight: 2 },
  { text: '能不能便宜点', intent: 'price_haggle', source: 'own', natural: true },
  { text: '发什么快递', intent: 'courier_choice' },
  // a label that nobody would read in this text
  { text: '你好在吗', intent: 'invoice' },
]

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

const lines = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n')

describe('eval', () => {
  test('prints figures, writes the page, reaches the floor', async () => {
    const folder = await folderWith({ 'zh-mini.jsonl': lines(ROWS) })
    const page = join(folder, 'report.html')
    const run = await runCli([
      'eval',
      join(folder, 'zh-mini.jsonl'),
      '--report',
      page,
      '--floor',
      'lenient=0.75,top3=0.75',
    ])
    expect(run.stderr).not.toContain('below the floor')
    expect(run.code).toBe(0)
    expect(run.stdout).toMatch(/zh-mini\s+4\s+0\.750\s+0\.750/)
    expect(run.stdout).toMatch(/natural strict\s+1\.000/)
    expect(run.stdout).not.toContain('project’s own sets')
    expect(await readFile(page, 'utf8')).toMatch(/^<!doctype html>/)
  })

  test('--json gives the report; the folder of EVAL_DIR brings messages of other trades', async () => {
    const foreign = [
      { text: 'what is the weather like in boston', intent: 'weather' },
      { text: 'thank you very much', intent: 'thank_you' },
    ]
    const folder = await folderWith({
      'zh-intents-mini.jsonl': lines(ROWS),
      'zh-slots.jsonl': lines([{ text: '要L码', slots: [{ slot: 'size', value: 'L', text: 'L码' }] }]),
      'notes.jsonl': '{}',
      'real/clinc150/test.jsonl': lines(foreign),
    })
    const run = await runCli(['eval', '--json'], { EVAL_DIR: folder })
    expect(run.code).toBe(0)
    const report = JSON.parse(run.stdout)
    const names = report.sets.map((set: { name: string }) => set.name)
    expect(names).toContain('zh-intents-mini')
    expect(names).not.toContain('notes')
    expect(report.slots.find((set: { messages: number }) => set.messages === 1)).toMatchObject({ f1: 1, whole: 1 })
    expect(report.continuations.map((set: { name: string }) => set.name)).toContain('en-continuations')
    expect(report.bursts.map((set: { name: string }) => set.name)).toContain('ko-bursts')
    expect(names).toContain('en-gold')
    expect(report.ownSetsOnly).toBe(false)
    expect(report.outOfScope).toMatchObject([{ name: 'clinc150', own: false, count: 1, skipped: 1 }])
    expect(report.withheld.find((set: { name: string }) => set.name === 'zh-intents-mini')).toMatchObject({
      own: false,
      count: 2,
      natural: true,
    })
    const gold = report.robustness.find((set: { name: string }) => set.name === 'zh-gold')
    expect(gold.own).toBe(true)
    expect(gold.kinds.map(({ kind }: { kind: string }) => kind)).toContain('homophone')
    expect(report.latency.classify.p50).toBeGreaterThan(0)
    expect(report.latency.suggest.p99).toBeGreaterThanOrEqual(report.latency.suggest.p50)
  })

  test('a name is looked up below EVAL_DIR', async () => {
    const folder = await folderWith({ 'zh-mini.jsonl': lines(ROWS) })
    const run = await runCli(['eval', 'zh-mini.jsonl'], { EVAL_DIR: folder })
    expect(run.stdout).toMatch(/^zh-mini/m)
    expect(run.stdout).not.toContain('en-gold')
  })

  test('without files and EVAL_DIR: the project’s own sets, and the report says so', async () => {
    const run = await runCli(['eval'])
    expect(run.code).toBe(0)
    expect(run.stdout).toContain('en-gold')
    expect(run.stdout).toContain('Only the project’s own sets were measured')
  })

  test('--write keeps the figures of every set, quotes none, and names what was missing', async () => {
    const folder = await folderWith({
      'zh-intents-dev.jsonl': lines(ROWS),
      'real/ko-chatbot-data/qa.jsonl': lines([
        { q: '이별 후에 잠이 안 와', a: '힘들죠', label: '1' },
        { q: '안녕', a: '안녕', label: '0' },
      ]),
    })
    const page = join(folder, 'quality.md')
    const run = await runCli(['eval', '--write', page, '--floor', 'strict=0.99'], { EVAL_DIR: folder })
    expect(run.code).toBe(1)
    const written = await readFile(page, 'utf8')
    expect(written).toContain('| zh-intents-dev | no | 4 |')
    expect(written).toContain('| zh-gold | yes |')
    expect(written).toMatch(/\| ko-chatbot-data \| 1 \| 1 \|/)
    expect(written).toContain('| banking77 | no | not present in this run |')
    for (const { text } of ROWS) expect(written).not.toContain(text)
    expect(written).not.toContain('이별')
  })

  test('--write with files named: nothing is written', async () => {
    const folder = await folderWith({ 'zh-mini.jsonl': lines(ROWS) })
    const page = join(folder, 'quality.md')
    const run = await runCli(['eval', join(folder, 'zh-mini.jsonl'), '--write', page])
    expect(run.code).toBe(0)
    expect(run.stderr).toContain('not written')
    await expect(readFile(page)).rejects.toThrow('ENOENT')
  })

  test('below the floor: code 1, naming set and figure', async () => {
    const folder = await folderWith({ 'zh-mini.jsonl': lines(ROWS) })
    const run = await runCli(['eval', join(folder, 'zh-mini.jsonl'), '--floor', 'strict=0.76,top3=0.5'])
    expect(run.code).toBe(1)
    expect(run.stderr).toContain('below the floor: zh-mini strict 0.750 < 0.76\n')
    expect(run.stderr).not.toContain('top3')
  })

  test('malformed rows: code 2, every one with its line', async () => {
    const folder = await folderWith({
      'zh-bad.jsonl': `${lines(ROWS)}\n{"text":"x"}\nnot json\n\n{"text":"x","intent":"sky"}`,
    })
    const file = join(folder, 'zh-bad.jsonl')
    const run = await runCli(['eval', file])
    expect(run.code).toBe(2)
    for (const line of [5, 6, 8]) expect(run.stderr).toContain(`${file}:${line}: `)
    expect(run.stdout).toBe('')
  })

  test('an empty file is no measurement', async () => {
    const folder = await folderWith({ 'zh-empty.jsonl': '\n' })
    const run = await runCli(['eval', join(folder, 'zh-empty.jsonl')])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('no messages')
  })
})
