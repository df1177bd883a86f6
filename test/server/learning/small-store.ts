import { HuashuError } from '../../../src/protocol/index.ts'
import { pipeline } from '../../../src/server/pipeline.ts'
import type { Engine } from '../../../src/server/ports.ts'
import { type SuggestDeps, WEIGHTS } from '../../../src/suggest/index.ts'
import { script } from '../../scripts/script.ts'
import { desk, SCRIPTS } from '../../suggest/small-desk.ts'
import { fakeEngine } from '../fake-engine.ts'
import { gatewayUnderTest, type Options } from '../gateway-under-test.ts'
import { followedLog } from './followed-log.ts'

export const FEE = 'shipping_fee.fee'
/** Four replies to the same question, as good as each other, and a duty. */
const WAYS = ['江浙沪这边五块起', '普通快递都按重量算', '这个要看寄到哪里去', '拍下时页面会显示']
const NEAR_EQUAL = [
  ...WAYS.map((text, i) => script({ id: `s${i}`, category: `C${20 + i}`, intents: [FEE], text })),
  script({ id: 'duty', category: 'C30', intents: ['refund.request'], required: true, text: '退款说明请看这里' }),
]

/** One store whose suggestions are made by the real pipeline. */
export function smallEngine(): Engine {
  let deps: SuggestDeps = desk([...NEAR_EQUAL, ...SCRIPTS.filter(({ id }) => !id.includes('fee'))])
  return {
    ...fakeEngine(),
    storeIds: ['small'],
    defaultStore: 'small',
    deps(id) {
      if (id !== 'small') throw new HuashuError('unknown_store', `no store "${id}"`)
      return deps
    },
    teach(_, taught = { weights: WEIGHTS, learned: undefined }) {
      deps = { ...deps, ...taught }
    },
  }
}

/** A gateway that learns, with what agents do in it. */
export async function learningStore(options: Options & { followed?: ReturnType<typeof followedLog> } = {}) {
  const followed = options.followed ?? followedLog()
  const under = await gatewayUnderTest({
    engine: smallEngine(),
    pipeline,
    learningLog: followed.log,
    wrap: followed.wrap,
    // learned when a test says so
    limits: (limits) => ({ ...limits, learning: { followMs: 2_000_000_000, saveMs: 1e9 } }),
    ...options,
  })
  const { app, gateway } = under
  let turns = 0
  const headers = options.keys ? { authorization: 'Bearer a-key-for-tests' } : {}

  const call = async (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object) => {
    const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  }
  const talk = (conversationId: string) => ({ store: 'small', channel: 'taobao', conversationId })
  /** A shopper asks, and the answer that the agent then sees. */
  async function ask(agent: string, text = '邮费多少钱') {
    turns += 1
    const conversationId = `talk-${turns}-${followed.records.length}`
    await call('POST', '/v1/messages', {
      ...talk(conversationId),
      agent: { id: agent },
      message: { role: 'shopper', text },
    })
    await gateway.log.flush()
    const record = followed.records.findLast(({ kind }) => kind === 'answer')!
    return {
      conversationId,
      shown: record.body as { turnId: string; suggestions: { id: string; scriptId: string; text: string }[] },
    }
  }
  return {
    ...under,
    followed,
    call,
    ask,
    async send(agent: string, scriptId: string) {
      const { conversationId } = await ask(agent)
      const text = gateway.engine.deps('small').library.get(scriptId)!.script.wordings[0]!.short
      const message = { role: 'agent', text }
      await call('POST', '/v1/messages', { ...talk(conversationId), agent: { id: agent }, message })
    },
    async say(agent: string, text: string) {
      const { conversationId } = await ask(agent)
      await call('POST', '/v1/messages', {
        ...talk(conversationId),
        agent: { id: agent },
        message: { role: 'agent', text },
      })
    },
    async dismiss(agent: string, scriptId: string) {
      const { shown } = await ask(agent)
      const { id } = shown.suggestions.find((one) => one.scriptId === scriptId)!
      const at = new Date().toISOString()
      const feedback = {
        eventId: `f-${turns}-${followed.records.length}`,
        turnId: shown.turnId,
        suggestionId: id,
        action: 'dismissed',
        at,
      }
      await call('POST', '/v1/feedback', { ...feedback, agent: { id: agent } })
    },
    /** What somebody new is shown. */
    async order(limit = 10) {
      const { body } = await call('POST', '/v1/suggestions', {
        messages: [{ role: 'shopper', text: '邮费多少钱' }],
        limit,
      })
      return body.suggestions.map(({ scriptId }: { scriptId: string }) => scriptId) as string[]
    },
    learn: () => gateway.learning.catchUp(),
  }
}
