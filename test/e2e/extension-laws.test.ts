import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import { SITUATION } from './chat-pages.ts'
import { panelOf, suggestionsIn } from './extension-browser.ts'
import { startExtension, type Under } from './extension-under-test.ts'

const SEED = 20_261_122
/** As many steps as `npm run soak` takes, or as many as `npm test` has time for. */
const [STEPS, WITHIN_MS, TIMEOUT_MS] = process.env.SOAK ? [10_000, 3_000_000, 3_600_000] : [10_000, 8_000, 60_000]
/** Of the panel: what changed less than this before a press is not meant. */
const REACTION_MS = 400
/** The panel's list and its picture on the screen, and the clocks of two processes, may be so far apart on a busy machine. */
const BLURRED_MS = 40
/** From the press to the words in the box. */
const LANDS_WITHIN_MS = 5_000
const NAMES = ['小红', '小明', '小刚', '小丽'] as const
const QUESTIONS = ['能便宜点吗', '有货吗', '什么时候发货', '在吗', '包邮吗', '怎么退货'] as const

interface Press {
  readonly at: number
  readonly place: number
  readonly isComposing: boolean
}
interface Landed {
  readonly at: number
  readonly text: string
  readonly place: number
  readonly whose: string
  readonly shown: string
}
interface Painted {
  readonly since: number
  readonly rows: readonly string[]
}

let under: Under

beforeAll(async () => {
  under = await startExtension()
  await under.context.serviceWorkers()[0]!.evaluate(`${await laws()}; nameSuggestions()`)
  await under.pair()
  const messageId = { attribute: 'data-id' }
  await under.enable({ laws: { ...SITUATION, replyBox: '#editor textarea', messageId } })
})
afterAll(() => under?.close())

const laws = () => readFile(join(import.meta.dirname, 'extension-laws.js'), 'utf8')

test(
  'random switches, bursts, keys, clicks and compositions: no draft in a talk but its own, none that was not meant, nothing moves while held',
  async () => {
    const page = await under.context.newPage()
    await page.goto(under.urlOf('laws', '/?ids&virtual'))
    const panel = await panelOf(page)
    await suggestionsIn(panel)
    await page.evaluate(`${await laws()}; watchPage()`)
    await panel.evaluate(`${await laws()}; watchPanel()`)

    const steps = await walk(page, panel)
    await page.keyboard.up('Alt')
    await page.mouse.up()
    await sleep(1_000)

    const landed = (await page.evaluate('landed')) as Landed[]
    const presses = [
      ...((await page.evaluate('presses')) as Press[]),
      ...((await panel.evaluate('presses')) as Press[]),
    ]
    const paints = (await panel.evaluate('paints')) as Painted[]
    console.log(`${steps} steps, ${presses.length} presses, ${landed.length} drafts, ${paints.length} lists`)
    expect(landed.filter(({ whose, shown }) => whose !== shown)).toEqual([])
    expect(notMeant(landed, presses, paints)).toEqual([])
    expect(await panel.evaluate('moved')).toEqual([])
    // all of it did come up
    const early = presses.filter(({ at }) => listAt(paints, at - REACTION_MS) !== listAt(paints, at))
    const composing = presses.filter(({ isComposing }) => isComposing)
    for (const count of [landed.length, early.length, composing.length, await panel.evaluate<number>('heldOff')])
      expect(count).toBeGreaterThan(steps / 200)
  },
  TIMEOUT_MS,
)

/** Drives the page as hasty agents and shoppers do; resolves to the number of steps. */
async function walk(page: Page, panel: Frame): Promise<number> {
  const { next, pick } = createRandom(SEED)
  const session = await under.context.newCDPSession(page)
  const frame = (await (await panel.frameElement()).boundingBox())!
  let isAltDown = false
  const focus = () => page.evaluate(`document.querySelector('textarea').focus()`)
  const over = async () => {
    const { x, y, width, height } = await panel.evaluate<DOMRect>(
      `document.querySelector('huashu-panel').shadowRoot.querySelector('.scroll').getBoundingClientRect()`,
    )
    await page.mouse.move(frame.x + x + next() * width, frame.y + y + next() * height)
  }
  const digit = () => `Digit${1 + Math.floor(next() * 5)}`

  const acts = {
    wait: () => sleep(next() * 60),
    rest: () => sleep(100 + next() * 600),
    burst: () => {
      const lines = Array.from({ length: next() < 0.3 ? 3 : 1 }, () => pick(QUESTIONS))
      const whose = next() < 0.6 ? '' : `, '${pick(NAMES)}'`
      return page.evaluate(lines.map((line) => `chat.say('theirs', '${line}'${whose})`).join(';'))
    },
    answer: () => page.evaluate(`chat.say('mine', '好的')`),
    switch: () => page.evaluate(`chat.switchTo('${pick(NAMES)}')`),
    // the name has changed, the list comes later
    turn: () => page.evaluate(`void chat.switchTo('${pick(NAMES)}', ${Math.floor(next() * 200)})`),
    redraw: () => page.evaluate('chat.draw()'),
    key: () => page.keyboard.press(isAltDown ? digit() : `Alt+${digit()}`),
    async click() {
      const number = await panel.evaluate<{ x: number; y: number } | undefined>(`(() => {
        const numbers = [...document.querySelector('huashu-panel').shadowRoot.querySelectorAll('.num')]
        const { x, y, width, height } = numbers.at(${next()} * numbers.length)?.getBoundingClientRect() ?? {}
        return x === undefined || y + height > innerHeight ? undefined : { x: x + width / 2, y: y + height / 2 }
      })()`)
      if (number) await page.mouse.click(frame.x + number.x, frame.y + number.y)
    },
    over,
    async drag() {
      await over()
      await page.mouse.down()
      await sleep(next() * 100)
      await page.mouse.up()
    },
    focus,
    // Chrome tells a frame that the pointer has gone only when a real one goes: a key that is typed lets go of the list, too
    async type() {
      await focus()
      await page.keyboard.press('a')
    },
    async alt() {
      if (isAltDown) await page.keyboard.up('Alt')
      else await page.keyboard.down('Alt')
      isAltDown = !isAltDown
    },
    async compose() {
      await focus()
      await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 })
      await acts.key()
      await session.send('Input.insertText', { text: '你' })
    },
  }
  const often = ['key', 'key', 'key', 'key', 'burst', 'burst', 'click', 'type', 'type', 'type'] as const
  const names = [...(Object.keys(acts) as (keyof typeof acts)[]), ...often]
  const until = performance.now() + WITHIN_MS
  let step = 0
  for (; step < STEPS && performance.now() < until; step += 1) {
    const name = pick(names)
    // a list that is held all the time would be no test of the rest
    if (name === 'alt' && !isAltDown && next() < 0.5) continue
    await acts[name]()
  }
  return step
}

/** The drafts that no press stands behind: one of that place, pressed while the list it means held that draft. */
function notMeant(landed: readonly Landed[], presses: readonly Press[], paints: readonly Painted[]): Landed[] {
  const left = presses.filter(({ isComposing }) => !isComposing).sort((one, other) => one.at - other.at)
  return landed.filter(({ at, place, text }) => {
    const index = left.findIndex(
      (press) =>
        press.place === place &&
        press.at <= at &&
        at - press.at < LANDS_WITHIN_MS &&
        listsAround(paints, press.at - REACTION_MS).some(({ rows }) => rows[place] === text),
    )
    if (index >= 0) left.splice(index, 1)
    return index < 0
  })
}

const listAt = (paints: readonly Painted[], at: number) => paints.findLast(({ since }) => since <= at)

/** More than one where the list changed at about that time. */
const listsAround = (paints: readonly Painted[], at: number) =>
  paints.filter(({ since }, index) => {
    const until = paints[index + 1]?.since ?? Number.POSITIVE_INFINITY
    return since <= at + BLURRED_MS && until >= at - BLURRED_MS
  })
