import { json } from 'node:stream/consumers'
import { deserialize, serialize } from 'node:v8'
import type { Model, Utterance } from '../src/intents/index.ts'

// What classifying takes of memory, in a process of its own: node --expose-gc bench/classify-memory.ts ours|nlpjs < utterances.json
// Prints one line of JSON, `ClassifyMemory`. Nothing of either side is loaded before the first reading.

export interface ClassifyMemory {
  /** Code, dictionaries and the trained model, having answered once. */
  readonly wholeMb: number
  /** The model alone: what loading it once more adds. */
  readonly modelMb: number
}

type Classify = (text: string) => string | Promise<string>

interface Trained {
  readonly classify: Classify
  /** The model kept as for a file and loaded from it. */
  readonly again: () => Classify
}

const SIDES: Readonly<Record<string, (utterances: readonly Utterance[]) => Promise<Trained>>> = {
  async ours(utterances) {
    const { featuresOf, intentsOf, normalise, sharesOf, train } = await import('../src/intents/index.ts')
    const reader = (model: Model) => (text: string) =>
      intentsOf(model, sharesOf(model, featuresOf(normalise(text).text)))[0]!.family
    const model = train(utterances, { locale: 'zh' })
    return {
      classify: reader(model),
      again: () => reader(deserialize(serialize(model)) as Model),
    }
  },
  async nlpjs(utterances) {
    const { loadPeer, trainPeer } = await import('./nlpjs.ts')
    const peer = await trainPeer(
      'zh',
      utterances.map(({ text, topics }) => ({ text, label: topics[0]!.split('.')[0]! })),
    )
    return {
      classify: peer.classify,
      again: () => loadPeer('zh', peer.keep()).classify,
    }
  },
}

const prepare = SIDES[process.argv[2] ?? '']
if (!prepare || !globalThis.gc)
  throw new Error('node --expose-gc bench/classify-memory.ts ours|nlpjs < utterances.json')
const utterances = (await json(process.stdin)) as Utterance[]
const text = utterances[0]!.text

const empty = usedMb()
const trained = await prepare(utterances)
const answer = await trained.classify(text)
const wholeMb = usedMb() - empty
const one = usedMb()
const loaded = trained.again()
const modelMb = usedMb() - one
// also keeps both in memory until here
if ((await loaded(text)) !== answer || (await trained.classify(text)) !== answer)
  throw new Error('the loaded model answers otherwise')
console.log(JSON.stringify({ wholeMb, modelMb } satisfies ClassifyMemory))

/** Heap and what it holds outside, after all that can go has gone. */
function usedMb(): number {
  for (let i = 0; i < 3; i += 1) globalThis.gc!()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
