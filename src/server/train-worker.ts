import { parentPort, workerData } from 'node:worker_threads'
import { train } from '../intents/index.ts'
import type { Locale } from '../protocol/index.ts'
import { readTopics, readUtterances } from './load/intents.ts'

// Runs in a worker thread of `models.ts`: reads the utterances of one language, trains, posts the model.
const { locale, intentsDir } = workerData as { locale: Locale; intentsDir: string }
const utterances = await readUtterances(intentsDir, locale, await readTopics(intentsDir))
parentPort!.postMessage(train(utterances, { locale }))
