import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gatewayUnderTest, KEY, keyOf } from '../server/gateway-under-test.ts'
import { launchChromium, openPage } from './console-under-test.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

const REFUSED = /status of 40[13]/

async function served(roles: ('agent' | 'lead')[]): Promise<string> {
  const { listen } = await gatewayUnderTest({ keys: [keyOf({ roles })] })
  return listen()
}

async function enter(url: string, key = KEY) {
  const page = await openPage(browser, url, { expected: REFUSED })
  await page.locator('[name=key]').fill(key)
  await page.locator('.login .main').click()
  return page
}

describe('where keys are needed', () => {
  test('the page asks for one and keeps it for this tab alone', async () => {
    const url = await served(['lead'])
    const page = await enter(url, 'a wrong one')
    await page.locator('.login .problem', { hasText: '密钥不对' }).waitFor()
    expect(await page.evaluate('sessionStorage.length')).toBe(0)

    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.locator('[name=key]').fill(KEY)
    await page.locator('.login .main').click()
    await page.locator('.talk').waitFor()
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, document.cookie, location.href])')).not.toContain(
      KEY,
    )
    expect(asked.join()).not.toContain(KEY)
    expect(await page.evaluate('Object.values(sessionStorage)')).toEqual([KEY])
    await page.reload()
    await page.locator('.talk').waitFor()

    const other = await page.context().newPage()
    await other.goto(url)
    await other.locator('[name=key]').waitFor()

    await page.goto(`${url}/#/settings`)
    await page.locator('button', { hasText: '退出' }).click()
    await page.locator('[name=key]').waitFor()
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
  })

  test('an agent’s key may look, and is told what it may not', async () => {
    const page = await enter(await served(['agent']))
    await page.locator('.talk').waitFor()
    await page.evaluate("location.hash = '#/desk/watch'")
    await page.locator('.error-note', { hasText: '没有这项权限' }).first().waitFor()
    await page.evaluate("location.hash = '#/settings'")
    await page.locator('.card', { hasText: '需要主管或管理员的密钥' }).first().waitFor()
    expect(await page.locator('.settings [type=checkbox]').count()).toBe(0)
  })

  test('a watched conversation is opened by a ticket, never by the key', async () => {
    const url = await served(['lead'])
    const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' }
    const body = JSON.stringify({
      store: 'demo',
      channel: 'web',
      conversationId: 'c1',
      message: { role: 'shopper', text: '在吗' },
    })
    await fetch(`${url}/v1/messages`, { method: 'POST', headers, body })
    const page = await enter(url)
    await page.locator('.talk').waitFor()
    const sent: string[] = []
    page.on('websocket', (socket) => {
      sent.push(socket.url())
      socket.on('framesent', ({ payload }) => void sent.push(String(payload)))
    })
    await page.evaluate("location.hash = '#/desk/watch'")
    await page.locator('.queue button').click()
    await page.locator('.watched .row .text', { hasText: 're:在吗' }).waitFor()
    expect(sent.join()).toContain('ticket')
    expect(sent.join()).not.toContain(KEY)
  })
})
