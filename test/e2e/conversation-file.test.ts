import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { FileFaults } from '../../src/server/load/read-yaml.ts'
import { pauseMs, readConversations } from './conversation-file.ts'

const TALK = ['在吗', '多少钱', '包邮吗', '好的']
  .map((said) => `  - shopper: ${said}\n    expect: {any: [C01]}`)
  .join('\n')
const HEAD = 'id: zh-01-try\nlocale: zh\ncovers: [F1]\nturns:\n'

async function read(text: string, name = 'zh-01-try.yaml') {
  const folder = await mkdtemp(join(tmpdir(), 'huashu-talks-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await writeFile(join(folder, name), text)
  return readConversations(folder)
}

/** Faults as `line path`. */
async function faultsOf(text: string, name?: string): Promise<string[]> {
  const fault = await read(text, name).then(
    () => undefined,
    (error) => error,
  )
  expect(fault).toBeInstanceOf(FileFaults)
  return (fault as FileFaults).faults.map(({ line, path }) => `${line} ${path}`)
}

describe('a conversation file', () => {
  test('gives its turns and the lines they stand on', async () => {
    const [talk] = await read(`${HEAD}${TALK}\n  - send: 1`)
    expect(talk).toMatchObject({ id: 'zh-01-try', channel: 'taobao', roles: ['agent'], lines: [5, 7, 9, 11, 13] })
    expect(talk!.turns[0]!.shopper).toEqual(['在吗'])
  })
  test.each([
    ['a turn of two kinds', `${TALK}\n  - send: 1\n    agent: 好的`, '13 turns.4'],
    ['a turn of no kind', `${TALK}\n  - after: 2h`, '13 turns.4'],
    ['a shopper who expects nothing', `${TALK}\n  - shopper: 拜拜`, '13 turns.4'],
    ['an event that only leads', `${TALK}\n  - event: order_paid\n    expect: {lead: F16}`, '13 turns.4'],
    ['an unknown key', `${TALK}\n  - send: 1\n    expects: {}`, '13 turns.4'],
    ['a broken expression', `${TALK}\n  - send: 1\n    expect: {says: '('}`, '14 turns.4.expect.says'],
  ])('with %s is refused at its line', async (_, turns, fault) => {
    expect(await faultsOf(`${HEAD}${turns}`)).toEqual([fault])
  })
  test('is refused when the shopper says too little, and under another name', async () => {
    expect(await faultsOf(`${HEAD}  - shopper: 在吗\n    expect: {none: true}`)).toEqual(['5 turns'])
    expect(await faultsOf(`${HEAD}${TALK}`, 'zh-02-try.yaml')).toEqual(['1 id'])
  })
})

test.each([
  ['30s', 30_000],
  ['25m', 1_500_000],
  ['2h', 7_200_000],
])('%s is %i ms', (pause, ms) => {
  expect(pauseMs(pause)).toBe(ms)
})
