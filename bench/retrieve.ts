import { performance } from 'node:perf_hooks'
import MiniSearch from 'minisearch'
import { percentilesOf } from '../src/insight/index.ts'
import { createSearchIndex, termsOf } from '../src/scripts/index.ts'
import { report } from './finding.ts'
import { shippedScripts, zhTopics, zhUtterances } from './inputs.ts'
import { makeLibrary } from './library.ts'
import { makeMessages } from './messages.ts'

// Our index against minisearch: the same 10,000 scripts, the same character bigrams, the ten best hits.

const SCRIPTS = 10_000
const QUERIES = 1_000
const HITS = 10

const [topics, scripts, utterances] = await Promise.all([zhTopics(), shippedScripts(), zhUtterances()])
const texts = makeLibrary(SCRIPTS, topics, scripts).map(({ wordings }) =>
  wordings.map(({ open, short }) => `${open} ${short}`.replace(/\{\{[^}]*\}\}/g, ' ')).join(' '),
)
const queries = makeMessages(QUERIES, utterances)

const own = measure(() => {
  const index = createSearchIndex(texts)
  return (query) => index.search(query, HITS).length
})
const peer = measure(() => {
  const index = new MiniSearch({ fields: ['text'], tokenize: termsOf, processTerm: (term) => term })
  index.addAll(texts.map((text, id) => ({ id, text })))
  return (query) => index.search(query).slice(0, HITS).length
})

for (const [subject, found, ratio] of [
  ['ours', own, undefined],
  ['minisearch', peer, peer.p50 / own.p50],
] as const) {
  report({
    question: `retrieve, ${SCRIPTS.toLocaleString('en')} scripts`,
    subject,
    value: found.p50,
    unit: 'µs',
    ...found,
    ...(ratio ? { ratio } : {}),
  })
}

function measure(build: () => (query: string) => number) {
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
  const search = build()
  const memoryMb = (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before) / 1e6
  for (const query of queries.slice(0, 200)) search(query)
  const times = queries.map((query) => {
    const start = performance.now()
    search(query)
    return (performance.now() - start) * 1000
  })
  const { p50, p99 } = percentilesOf(times)
  return { p50, p99, times: 'µs' as const, memoryMb }
}
