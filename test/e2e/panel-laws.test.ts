import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChromium } from '../services/setup.ts'

const PANEL = join(import.meta.dirname, '../../dist/panel/huashu-panel.js')
const SEED = 20_261_122
const STEPS = 10_000

let browser: Browser

beforeAll(async () => {
  const executablePath = findChromium()
  if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
})

afterAll(() => browser?.close())

interface Found {
  readonly inserted: number
  readonly nothing: number
  readonly wrong: readonly string[]
  readonly reordered: number
  readonly whileComposing: number
  /** Steps during which something held the list. */
  readonly held: number
  /** Presses that meant an earlier list than the one on the screen. */
  readonly early: number
}

test('10,000 random switches, bursts and presses: nothing into another conversation, nothing that was not meant, nothing moves while held', async () => {
  const page = await browser.newPage()
  await page.setContent('<html lang="zh-CN"><textarea aria-label="reply"></textarea>')
  for (const path of [PANEL, join(import.meta.dirname, 'fake-source.js'), join(import.meta.dirname, 'panel-laws.js')])
    await page.addScriptTag({ path })
  const found = (await page.evaluate(`runLaws(${SEED}, ${STEPS})`)) as Found
  expect(found.wrong).toEqual([])
  expect(found.reordered).toBe(0)
  expect(found.whileComposing).toBe(0)
  // all of it did come up
  for (const count of [found.inserted, found.nothing, found.held, found.early]) expect(count).toBeGreaterThan(300)
})
