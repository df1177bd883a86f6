import { expect, test } from 'vitest'
import { createProgress } from '../../src/server/cli/progress.ts'

function screen(isTTY: boolean) {
  const written: string[] = []
  const out = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream
  return { written, out }
}

test('fills a bar on a terminal and takes it away', () => {
  const { written, out } = screen(true)
  const progress = createProgress('measuring', 100, out)
  for (let i = 0; i < 50; i += 1) progress.tick()
  expect(written.at(-1)).toContain(`[${'█'.repeat(15)}${'·'.repeat(15)}] 50 %`)
  for (let i = 0; i < 60; i += 1) progress.tick()
  expect(written.at(-1)).toContain('100 %')
  // one drawing per visible step, not per tick
  expect(written).toHaveLength(31)
  progress.done()
  expect(written.at(-1)).toBe('\r\u001b[K')
})

test('keeps silent when nobody watches or nothing is to be done', () => {
  for (const [isTTY, total] of [
    [false, 10],
    [true, 0],
  ] as const) {
    const { written, out } = screen(isTTY)
    const progress = createProgress('measuring', total, out)
    progress.tick()
    progress.done()
    expect(written).toEqual([])
  }
})
