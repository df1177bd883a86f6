import { statusAfter } from '../../src/intents/index.ts'
import { ClockPreset, createCatalogue, crossCheck, StorePolicy } from '../../src/policy/index.ts'
import type { Answer, Happening, State } from '../../src/protocol/index.ts'
import { HuashuError } from '../../src/protocol/index.ts'
import { createLibrary, ScriptRecord } from '../../src/scripts/index.ts'
import { printOfLesson } from '../../src/server/corrections/print-of-lesson.ts'
import type { Engine, Pipeline } from '../../src/server/ports.ts'
import { createFlows, type SuggestDeps, type SuggestInput, WEIGHTS } from '../../src/suggest/index.ts'

export const BEGINNING: State = {
  stage: 'presale',
  mood: 'calm',
  register: 'neutral',
  expects: [],
  types: [],
  flows: [],
  locale: 'zh',
  slots: {},
  used: [],
  said: [],
  openQuestions: [],
  agentTurns: 0,
  shopperTurns: 0,
}

/** Counts turns and keeps what is open: enough of a state to see whether the gateway folds it right. */
function fold(messages: readonly Happening[], before: State | undefined): State {
  let state = before ?? BEGINNING
  for (const happening of messages) {
    const { role, text = '' } = happening
    if (happening.role === 'event') {
      const order = statusAfter(happening.type) ?? state.order
      state = { ...state, ...(order ? { order } : {}) }
    }
    if (role === 'shopper') {
      const question = { name: 'x.y', family: 'x', confidence: 1, text }
      state = {
        ...state,
        shopperTurns: state.shopperTurns + 1,
        // clients see the rung, not the count of turns
        rung: state.shopperTurns + 1,
        openQuestions: [...state.openQuestions, question].slice(-8),
      }
    }
    if (role === 'agent') {
      const isHold = text.startsWith('稍等')
      state = {
        ...state,
        agentTurns: state.agentTurns + 1,
        said: [...state.said, text].slice(-30),
        openQuestions: isHold ? state.openQuestions : [],
      }
    }
  }
  return state
}

function suggestion(input: SuggestInput, text: string, position: number): Answer['suggestions'][number] {
  return {
    id: `${input.turnId}.${position}`,
    scriptId: `zh.echo.${position}`,
    intent: 'x.y',
    tier: 'answer',
    text,
    templateText: text,
    parts: [{ kind: 'text', text }],
    score: 1 / position,
    reasons: [{ feature: 'words', value: 1, says: '…' }],
    asks: [],
    missing: [],
    todo: [],
    warnings: [],
  }
}

const NO_FEATURES = { ...WEIGHTS, ...Object.fromEntries(Object.keys(WEIGHTS).map((name) => [name, 0])) }

/** Echoes the open questions, so that a test sees which messages an answer covers; `boom` throws, `closed` leaves nothing to do. */
export const fakePipeline: Pipeline = {
  suggest(input) {
    const state = fold(input.messages, input.before)
    if (input.messages.some(({ text }) => text === 'boom')) throw new Error('secret inside: boom')
    const open = state.openQuestions.map((question) => question.text).join('+')
    const last = input.messages.at(-1)
    const event = input.because === 'event' && last?.role === 'event' ? last.type : undefined
    const text = input.query ?? (event === undefined ? open : `event:${event}`)
    const found = text === '' || event === 'rating_given' ? [] : [suggestion(input, `re:${text}`, 1)]
    const product = input.facts?.product?.title
    if (product && found[0]) found[0].text += ` about ${product}`
    return {
      turnId: input.turnId,
      ...(input.conversationId === undefined ? {} : { conversationId: input.conversationId }),
      messageIds: [...(input.messageIds ?? input.messages.flatMap(({ messageId }) => messageId ?? []))],
      because: input.because,
      locale: 'zh',
      abstained: found.length === 0,
      ...(found.length === 0 ? { gap: 'nothing_to_answer' as const } : {}),
      intents: [{ name: 'x.y', family: 'x', confidence: 1 }],
      entities: input.messages.flatMap(({ text: said = '' }, messageIndex) => {
        const start = said.indexOf('165')
        return start < 0
          ? []
          : [{ slot: 'height', value: 165, unit: 'cm', text: '165', start, end: start + 3, messageIndex }]
      }),
      state,
      suggestions: found.slice(0, input.limit),
      blocked: [],
      evidence: found.slice(0, input.limit).map(() => ({ features: NO_FEATURES })),
      timings: { totalMs: 0 },
    }
  },
  fold: (messages, before) => fold(messages, before),
  read: (text) => ({
    intents: [{ name: 'x.y', family: 'x', confidence: text.length / 100 }],
    entities: [],
    abstained: false,
  }),
  check: ({ text }) =>
    text.includes('保证')
      ? { verdict: 'block', warnings: [{ rule: 'R03', level: 'block', start: 0, end: 2, says: '不能保证' }] }
      : { verdict: 'pass', warnings: [] },
}

const SCRIPTS = ['你好亲 在的呢', '亲 今天下单明天发货', '亲 这款是纯棉的哦'].map((text, i) => ({
  ...ScriptRecord.parse({
    id: `zh.demo.${i}`,
    category: `C0${i + 1}`,
    intents: ['greeting.hello'],
    tier: 'answer',
    wordings: [{ open: text, short: text }],
  }),
  locale: 'zh' as const,
}))

function depsOf(id: string): SuggestDeps {
  const card = {
    id: `${id}-1`,
    externalIds: {},
    title: '短袖',
    shortName: '短袖',
    category: 'clothing',
    price: 59,
  } as const
  const filled = { aliases: [], variants: [], attributes: {}, flaws: [], companions: [], dark: [] }
  return {
    analyse: { models: {} as SuggestDeps['analyse']['models'], timezone: 'Asia/Shanghai', threshold: 0.3 },
    library: createLibrary(SCRIPTS),
    store: StorePolicy.parse({ id, name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY' }),
    catalogue: createCatalogue([{ ...card, ...filled }]),
    guard: { check: () => ({ verdict: 'pass', warnings: [] }) },
    flows: createFlows([]),
    weights: {} as SuggestDeps['weights'],
    topicName: (topic) => topic,
  }
}

/** Two stores, `demo` and `other`. */
export function fakeEngine(): Engine {
  const stores = new Map(['demo', 'other'].map((id) => [id, depsOf(id)]))
  return {
    storeIds: [...stores.keys()],
    defaultStore: 'demo',
    deps(id) {
      const deps = stores.get(id)
      if (!deps) throw new HuashuError('unknown_store', `no store "${id}"`)
      return deps
    },
    clocks: [
      ClockPreset.parse({ id: 'house', name: '一分钟', source: 'x', date: '2026-11-22', verified: true, replySec: 60 }),
    ],
    topics: ['size_fit.recommend', 'size_fit.bias', 'shipping_fee.fee'],
    models: fakeModels(),
    teach(id, taught = { weights: WEIGHTS, learned: undefined }) {
      const deps = stores.get(id)
      if (deps) stores.set(id, { ...deps, ...taught })
    },
    tell(id, told) {
      const deps = stores.get(id)
      if (deps) stores.set(id, { ...deps, told })
    },
    tryOut(id, { of: trials }) {
      const deps = stores.get(id)
      if (deps) stores.set(id, { ...deps, trials })
    },
    shipped: (id) => {
      const { store, catalogue } = depsOf(id)
      return { scripts: SCRIPTS, store, cards: catalogue.all }
    },
    equip(id, parts) {
      stores.set(id, { ...stores.get(id)!, ...parts })
    },
    faultsOf: (store) => crossCheck(store, []).filter(({ card }) => card === undefined),
  }
}

/** Learns at once and accepts everything. */
function fakeModels(): Engine['models'] {
  const learned = new Map<string, string>()
  return {
    learned: (locale) => learned.get(locale) ?? printOfLesson([]),
    async learn(locale, corrections) {
      learned.set(locale, printOfLesson(corrections))
      return { isAccepted: true, gold: { before: 0.9, after: 0.9 } }
    },
    taught: async (locale) => ({
      name: `fake-${locale}`,
      print: learned.get(locale) ?? printOfLesson([]),
      bytes: Buffer.from('模型\n'),
    }),
    async adopt(locale, { print }) {
      learned.set(locale, print)
    },
  }
}
