import { describe, expect, test } from 'vitest'
import { runCli } from './run-cli.ts'

describe('bad usage ends with code 2 and says why', () => {
  test.each([
    [['nonsense'], 'unknown command'],
    [['suggest'], 'missing required argument'],
    [['suggest', '  '], 'empty'],
    [['suggest', '在吗', '--limit', '11'], '--limit'],
    [['suggest', '在吗', '--limit', '1.5'], '--limit'],
    [['suggest', '在吗', '--locale', 'fr'], '--locale'],
    [['suggest', '在吗', '--nonsense'], 'unknown option'],
    [['eval', '--floor', 'speed=1'], 'speed'],
    [['eval', 'no-such-file.jsonl'], 'no-such-file.jsonl'],
  ])('%j', async (args, says) => {
    const { code, stderr, stdout } = await runCli(args)
    expect(stderr).toContain(says)
    expect(stderr).not.toContain('    at ')
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  test('an unknown store', async () => {
    const { code, stderr } = await runCli(['suggest', '在吗', '--store', 'nowhere'])
    expect(stderr).toContain('nowhere')
    expect(code).toBe(2)
  })

  test('settings that cannot be used', async () => {
    const { code, stderr } = await runCli(['serve'], { PORT: 'many' })
    expect(stderr).toContain('PORT')
    expect(code).toBe(2)
  })
})

test('help is no failure', async () => {
  const { code, stdout } = await runCli(['--help'])
  expect(code).toBe(0)
  for (const command of ['serve', 'suggest', 'check', 'eval', 'library', 'store']) expect(stdout).toContain(command)
})
