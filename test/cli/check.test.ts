import { expect, test } from 'vitest'
import { CheckResult } from '../../src/protocol/index.ts'
import { runCli } from './run-cli.ts'

test('a blocked reply fails and names the rule', async () => {
  const { code, stdout } = await runCli(['check', '加我微信 abc12345 直接转账给我便宜十块', '--json'])
  const result = CheckResult.parse(JSON.parse(stdout))
  expect(result.verdict).toBe('block')
  expect(result.warnings.map((warning) => warning.rule)).toContain('R106')
  expect(code).toBe(1)
})

test('a harmless reply passes', async () => {
  const { code, stdout } = await runCli(['check', '亲，这款目前有现货的哦'])
  expect(stdout).toMatch(/^(pass|warn)\n/)
  expect(code).toBe(0)
})
