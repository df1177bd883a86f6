import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchChromium, openPage, type PageOptions } from './console-under-test.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
let browser: Browser

beforeAll(async () => {
  app = await startRealApp()
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const open = (options: PageOptions = {}) => openPage(browser, `${app.url}/#/policy`, options)

describe('the form of a policy', () => {
  test('is sent after it was shown what shoppers will hear; a fault stands at its field', async () => {
    const page = await open({ expected: /status of 400/ })
    await page.locator('.sections button', { hasText: '发货与邮费' }).click()
    const hours = page.getByLabel('几小时内发货')
    await hours.fill('24')
    await page.locator('form [type=submit]').click()
    await page.locator('.change-preview', { hasText: '24小时内' }).waitFor()
    expect(await (await fetch(`${app.url}/v1/policies/versions`)).json()).toEqual({ versions: [] })
    await page.locator('form .main').click()
    await page.locator('.history li', { hasText: '现行' }).waitFor()
    await page.getByLabel('当天截单时间').fill('quarter past')
    await page.locator('form [type=submit]').click()
    await page.locator('.policy-field.faulty [role=alert]').waitFor()
    expect(await page.locator('.policy-field.faulty').textContent()).toContain('当天截单时间')
  }, 60_000)

  test('has a list edited row by row, by keyboard, and what is wrong stands at its row', async () => {
    const page = await open({ expected: /status of 400/ })
    await page.locator('.sections button', { hasText: '优惠券' }).click()
    const rows = page.locator('.policy-rows > ol > li')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(1)
    await page.locator('.policy-rows > .add').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate("document.activeElement.closest('li')?.dataset.row")).toBe('1')
    await page.keyboard.type('c99-9')
    await page.keyboard.press('Tab')
    await page.keyboard.type('99')
    await page.keyboard.press('Tab')
    await page.keyboard.type('9')
    await page.locator('form [type=submit]').click()
    const bad = page.locator('.policy-row.faulty')
    await bad.locator('[role=alert]').first().waitFor()
    expect(await bad.textContent()).toContain('coupons.1.when')
    await bad.getByLabel('从', { exact: true }).fill('2026-11-01')
    await bad.getByLabel('到', { exact: true }).fill('2026-11-30')
    // the focus goes along with a row that moves
    await rows.nth(1).locator('.up').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows.first().locator('.title').textContent()).toContain('c99-9')
    expect(await page.evaluate("document.querySelector('.policy-row').contains(document.activeElement)")).toBe(true)
    await page.locator('form [type=submit]').click()
    await page.locator('.change-preview').waitFor()
    const shown = page.waitForResponse((response) => response.request().method() === 'PUT')
    await rows.nth(1).locator('.remove').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => rows.count()).toBe(1)
    await page.locator('form [type=submit]').click()
    const { policy } = (await shown).request().postDataJSON() as { policy: { coupons: unknown } }
    expect(policy.coupons).toEqual([
      { id: 'c99-9', minSpend: 99, amount: 9, when: { from: '2026-11-01', to: '2026-11-30' } },
    ])
  }, 60_000)

  test('tells a limit for everybody or for each role, in rows', async () => {
    const page = await open()
    await page.locator('.sections button', { hasText: /^售后$/ }).click()
    const limit = page.getByLabel('补偿上限', { exact: true })
    expect(await limit.inputValue()).toBe('10')
    await page.getByLabel('补偿上限：适用于').selectOption('each')
    for (const [role, value] of [
      ['主管', '50'],
      ['客服', '8'],
    ] as const) {
      await page.getByLabel('补偿上限：新的一项叫什么').selectOption({ label: role })
      await page.locator('.policy-rows', { hasText: '补偿上限' }).locator('.add').click()
      await page.getByLabel(role, { exact: true }).fill(value)
    }
    await page.locator('form [type=submit]').click()
    await page.locator('.change-preview').waitFor()
    const written = page.waitForResponse((response) => response.request().method() === 'PUT')
    await page.locator('form .main').click()
    const { policy } = (await written).request().postDataJSON() as { policy: { aftersale: object } }
    expect(policy.aftersale).toMatchObject({ compensationLimit: { lead: 50, agent: 8 } })
    await page.locator('.history li', { hasText: '现行' }).waitFor()
    await page.reload()
    await page.locator('.sections button', { hasText: /^售后$/ }).click()
    expect(await page.getByLabel('主管', { exact: true }).inputValue()).toBe('50')
  }, 60_000)
})
