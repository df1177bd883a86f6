import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyOf } from '../server/gateway-under-test.ts'
import { launchChromium, openPage } from './console-under-test.ts'
import { startRealApp } from './real-app.ts'

let app: Awaited<ReturnType<typeof startRealApp>>
let browser: Browser

beforeAll(async () => {
  app = await startRealApp({
    keys: [
      keyOf({ roles: ['lead'], stores: ['demo'] }, 'lead'),
      keyOf({ roles: ['agent'], stores: ['demo'] }, 'agent'),
    ],
  })
  browser = await launchChromium()
})

afterAll(async () => {
  await browser?.close()
  await app?.close()
})

async function enter(place: string, key: string, expected = /status of 401/) {
  const page = await openPage(browser, `${app.url}/#/${place}`, { expected })
  await page.locator('[name=key]').fill(key)
  await page.locator('.login .main').click()
  return page
}
const tee = async () => {
  const response = await fetch(`${app.url}/v1/products/tee-basic`, { headers: { authorization: 'Bearer lead' } })
  return (await response.json()) as { price: number; priceAsOf: string; variants: { sku: string; stock: number }[] }
}

describe('the goods of a store', () => {
  test('are found by what is typed and opened by keyboard', async () => {
    const page = await enter('library/+goods', 'lead')
    await page.locator('.found li').nth(5).waitFor()
    await page.locator('[type=search]').fill('TEE-NAVY')
    await expect.poll(() => page.locator('.found li').count()).toBe(1)
    await page.locator('[type=search]').press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('h2', { hasText: '纯棉圆领短袖T恤' }).waitFor()
    // all that the card says, what scripts ask for beyond it, and where its name is said
    await page.locator('dt', { hasText: '材质' }).waitFor()
    await page.locator('.scrolls', { hasText: 'TEE-NAVY-XL' }).waitFor()
    await page.locator('tr', { hasText: '174–185' }).waitFor()
    await page.locator('h3', { hasText: '话术要用、资料里没有的' }).waitFor()
    await page.locator('[type=search]').fill('没有这件')
    await page.locator('.found', { hasText: '没有符合的商品' }).waitFor()
  })

  test('have price and stock written where they stand; a fault is told at its field, and nothing else is lost', async () => {
    const page = await enter('library/+goods:tee-basic', 'lead', /status of 40[01]/)
    const price = page.getByLabel('价格', { exact: true })
    const stock = page.getByLabel('TEE-WHITE-S 库存')
    const save = page.locator('.script .main')
    await price.fill('便宜')
    await stock.fill('7')
    await save.click()
    const fault = page.locator('.field', { has: page.locator('[aria-invalid=true]') })
    expect(await fault.locator('[role=alert]').allInnerTexts()).toEqual(['“便宜”不是数字'])
    // what only the service knows
    await price.fill('55')
    await stock.fill('7.5')
    await save.click()
    await page.locator('td .field [role=alert]', { hasText: '“7.5”存不了' }).waitFor()
    expect(await price.getAttribute('aria-invalid')).toBe('false')
    expect((await tee()).price).toBe(59)

    await stock.fill('7')
    await stock.press('Enter')
    await page.locator('[role=status]', { hasText: '已保存' }).waitFor()
    expect(await tee()).toMatchObject({
      price: 55,
      variants: [{ sku: 'TEE-WHITE-S', stock: 7 }, ...Array(14).fill({})],
    })
    await page.locator('.found li', { hasText: 'tee-basic' }).locator('b', { hasText: '55' }).waitFor()
    await page.locator('.told', { hasText: '价格截至' }).waitFor()
  })

  test('are read by an agent, and not written', async () => {
    const page = await enter('library/+goods:tee-basic', 'agent')
    const price = page.getByLabel('价格', { exact: true })
    await price.waitFor()
    expect(await price.isEditable()).toBe(false)
    await page.locator('.script', { hasText: '需要主管或管理员的密钥' }).waitFor()
    expect(await page.locator('.script .main').count()).toBe(0)
  })

  test('whose price is too old say so, in the list and on the card', async () => {
    await fetch(`${app.url}/v1/products`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer lead', 'content-type': 'application/json' },
      body: JSON.stringify({ products: [{ id: 'jeans-straight', price: 99, asOf: '2026-01-01T00:00:00Z' }] }),
    })
    const page = await enter('library/+goods:jeans-straight', 'lead')
    await page.locator('.found li', { hasText: 'jeans-straight' }).locator('.warn', { hasText: '价格过期' }).waitFor()
    await page.locator('.told .warn', { hasText: '价格过期' }).waitFor()
    expect(await page.locator('.told', { hasText: '库存过期' }).count()).toBe(0)
  })
})
