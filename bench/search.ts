import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { pinyin } from 'pinyin-pro'
import { percentilesOf } from '../src/insight/index.ts'
import { createClient } from '../src/sdk/index.ts'
import { report } from './finding.ts'
import { shippedScripts, zhTopics } from './inputs.ts'
import { makeLibrary } from './library.ts'
import { createRandom } from './random.ts'
import { startServer } from './server-process.ts'

// What an agent waits for while typing into the library search: GET /v1/scripts?q= on the loopback, one key press after the other.

const SCRIPTS = 10_000
const SEARCHES = 400
const P95_MS = 50

const dataDir = await mkdtemp(join(tmpdir(), 'huashu-bench-'))
const server = await startServer('search-server.ts', '/readyz', { DATA_DIR: dataDir, SCRIPTS: String(SCRIPTS) })
try {
  const client = createClient({ url: `http://127.0.0.1:${server.port}` })
  const words = await typedWords()
  // the text that is searched in is made with the first search, the pinyin with the first letters
  await timed(words.text[0]!)
  const value = await timed(words.pinyin[0]!)
  report({
    question: `search, ${SCRIPTS.toLocaleString('en')} scripts`,
    subject: 'first letters typed',
    value,
    unit: 'ms',
  })
  for (const [subject, typed] of Object.entries(words)) {
    const times: number[] = []
    for (const one of typed) times.push(await timed(one))
    const { p50, p95, p99 } = percentilesOf(times)
    report({
      question: `search, ${SCRIPTS.toLocaleString('en')} scripts: p95`,
      subject,
      value: p95,
      unit: 'ms',
      p50,
      p99,
      times: 'ms',
      target: P95_MS,
    })
  }

  async function timed(typed: string): Promise<number> {
    const start = performance.now()
    await client.scripts({ q: typed, limit: 10 })
    return performance.now() - start
  }
} finally {
  await server.stop()
  await rm(dataDir, { recursive: true, force: true })
}

/** Pieces of scripts as an agent types them: each from its second letter on. */
async function typedWords(): Promise<Readonly<Record<'code' | 'initials' | 'pinyin' | 'text', string[]>>> {
  const random = createRandom(2)
  const [topics, shipped] = await Promise.all([zhTopics(), shippedScripts()])
  const texts = makeLibrary(SCRIPTS, topics, shipped).flatMap(({ wordings }) => wordings.map(({ short }) => short))
  const pieces = Array.from({ length: SEARCHES / 4 }, () => {
    const [run = '发货'] = random.pick(texts).match(/[\u4e00-\u9fff]{2,8}/) ?? []
    return run.slice(0, 2 + Math.floor(random.next() * 3))
  })
  const spelled = pieces.map((piece) => pinyin(piece, { toneType: 'none', type: 'array' }))
  const prefixes = (word: string) =>
    Array.from({ length: Math.min(4, word.length - 1) }, (_, i) => word.slice(0, word.length - i))
  return {
    code: pieces.flatMap((_, i) => prefixes(`k${i.toString(36)}x`)),
    initials: spelled.flatMap((syllables) => prefixes(syllables.map((syllable) => syllable[0]).join(''))),
    pinyin: spelled.flatMap((syllables) => prefixes(syllables.join(''))),
    text: pieces.flatMap(prefixes),
  }
}
