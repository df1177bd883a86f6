import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { startBarePage } from '../e2e/bare-page.ts'
import { startRealApp } from '../e2e/real-app.ts'
import { findChromium } from '../services/setup.ts'
import { CONSOLE_SCENES } from './console-scenes.ts'
import { panel } from './panel.ts'
import type { Language, Scene } from './scene.ts'

const OUT = join(import.meta.dirname, '../../docs/images')
// the console counts and lists the talks it is given, and none of the panel's
const SCENES: readonly Scene[] = [...CONSOLE_SCENES, panel]
const LANGUAGES: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB', ko: 'ko-KR' }
const ALL = Object.keys(LANGUAGES) as Language[]

// `npm run screenshots [-- scene…]`: pictures of the real service with the demo store, for the documents.
const wanted = process.argv.slice(2)
const executablePath = findChromium()
if (!executablePath) throw new Error('Chromium is missing: npm run setup:services')
await mkdir(OUT, { recursive: true })
const bare = await startBarePage()
const app = await startRealApp({ allowedOrigins: [bare.origin], follows: true })
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  for (const scene of SCENES) {
    if (wanted.length > 0 && !wanted.includes(scene.name)) continue
    for (const { name, scheme, width, height, scale = 1, languages = ALL } of scene.settings)
      for (const language of languages) {
        const context = await browser.newContext({
          locale: LANGUAGES[language],
          colorScheme: scheme,
          viewport: { width, height },
          deviceScaleFactor: scale,
          reducedMotion: 'reduce',
        })
        const page = await context.newPage()
        await scene.draw({ page, gateway: app.url, origin: bare.origin, language })
        const path = join(OUT, `${scene.name}-${language}-${name}.png`)
        await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
        console.log(path)
        await context.close()
      }
  }
} finally {
  await browser.close()
  await app.close()
  bare.close()
}
