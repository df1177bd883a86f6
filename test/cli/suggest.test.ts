import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Answer } from '../../src/protocol/index.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

test('shows the meaning and at most so many replies', async () => {
  const { code, stdout } = await runCli(['suggest', '便宜点吧', '--limit', '1'])
  expect(code).toBe(0)
  expect(stdout).toContain('price_haggle')
  expect(stdout).toMatch(/^1 {2}/m)
  expect(stdout).not.toMatch(/^2 {2}/m)
  expect(stdout).not.toContain('dropped')
})

test('--json prints an answer of the wire, --explain what was dropped', async () => {
  const { code, stdout } = await runCli(['suggest', '发什么快递', '--json', '--explain', '--channel', 'taobao'])
  expect(code).toBe(0)
  const answer = Answer.parse(JSON.parse(stdout))
  expect(answer.intents[0]!.family).toBe('courier_choice')
  expect(answer.timings.totalMs).toBeGreaterThan(0)
  expect(answer.dropped).toBeDefined()
})

test('--context brings what was said before', async () => {
  const file = join(await temporaryFolder(), 'talk.json')
  const messages = [
    { role: 'shopper', text: '这款我穿什么码' },
    { role: 'agent', text: '您的身高体重是多少呢' },
  ]
  await writeFile(file, JSON.stringify({ messages, facts: { shopper: { name: '小林' } } }))
  const { stdout } = await runCli(['suggest', '165 110', '--json', '--context', file])
  const { state, intents } = Answer.parse(JSON.parse(stdout))
  expect(state.slots.height?.value).toBe(165)
  expect(intents[0]!.family).toBe('size_fit')
})

test.each([
  ['no JSON', '{'],
  ['no messages', '{"messages": "hello"}'],
  ['an unknown role', '[{"role": "boss", "text": "hi"}]'],
])('a context file with %s is refused by name', async (_, content) => {
  const file = join(await temporaryFolder(), 'talk.json')
  await writeFile(file, content)
  const { code, stderr } = await runCli(['suggest', '在吗', '--context', file])
  expect(code).toBe(2)
  expect(stderr).toContain(file)
})
