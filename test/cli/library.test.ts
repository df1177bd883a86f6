import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readScripts } from '../../src/server/load/scripts.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const SHIPPED = join(import.meta.dirname, '../../data/scripts')

async function packWith(scripts: string): Promise<string> {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'zh'))
  await writeFile(join(folder, 'zh/01.yaml'), `locale: zh\nscripts:\n${scripts}`)
  return folder
}

const script = (id: string, text: string) =>
  `  - {id: ${id}, category: C79, intents: [shipping_fee.fee], tier: hold, wordings: [{open: ${text}这就看, short: ${text}}]}\n`

test('lint fails, names script and line, and leaves sound scripts alone', async () => {
  const folder = await packWith(
    script('zh.a', '稍等') + script('zh.b', '一个非常非常非常非常非常长的短句没有人会在聊天里这么写的'),
  )
  const { code, stdout } = await runCli(['library', 'lint', folder])
  expect(code).toBe(1)
  expect(stdout).toMatch(/01\.yaml:4 zh\.b: short form/)
  expect(stdout).not.toContain('zh.a:')
})

test('lint --json', async () => {
  const folder = await packWith(script('zh.a', '稍等') + script('zh.a', '好的'))
  const { code, stdout } = await runCli(['library', 'lint', folder, '--json'])
  expect(code).toBe(1)
  const faults = JSON.parse(stdout) as { scriptId: string; message: string }[]
  expect(faults.some(({ scriptId, message }) => scriptId === 'zh.a' && message.includes('id also stands'))).toBe(true)
})

test('a file that is no script pack is named with its line', async () => {
  const folder = await packWith('  - {id: zh.a, category: nonsense, tier: hold, wordings: [{open: a, short: b}]}\n')
  const { code, stderr } = await runCli(['library', 'lint', folder])
  expect(code).toBe(1)
  expect(stderr).toMatch(/01\.yaml:3 scripts\.0\.category/)
})

test('what export writes loads again as the same scripts', async () => {
  const folder = await temporaryFolder()
  const { code } = await runCli(['library', 'export', '--locale', 'zh', '--out', folder])
  expect(code).toBe(0)
  const shipped = (await readScripts(SHIPPED)).map((placed) => placed.script).filter(({ locale }) => locale === 'zh')
  const exported = (await readScripts(folder)).map((placed) => placed.script)
  expect(exported.length).toBeGreaterThan(100)
  expect(exported).toEqual(shipped)
})
