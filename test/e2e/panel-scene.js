// Runs in the page: a panel that shows everything it can show at once.

const conversations = [
  { channel: 'web', conversationId: 'c1', title: '小鱼' },
  { channel: 'web', conversationId: 'c2', title: 'Anna' },
]
const ago = (seconds) => new Date(Date.now() - seconds * 1_000).toISOString()
const suggestion = (place, more) => ({
  ...{ id: `t1.${place}`, scriptId: 's', intent: 'courier_choice', tier: 'answer', text: '亲，默认发中通，因该后天到' },
  ...{ templateText: '', score: 1, asks: [], missing: [], todo: [], warnings: [], ...more },
  parts: more.parts ?? [{ kind: 'text', text: more.text ?? '亲，默认发中通，因该后天到' }],
  reasons: [{ feature: 'topic', value: 1, says: `理由 ${place}` }],
})
const rows = [
  suggestion(1, {
    warnings: [
      { rule: 'R1', level: 'warn', start: 8, end: 10, says: '错别字', fix: '应该' },
      { rule: 'R2', level: 'hint', start: 5, end: 7, says: '快递以实际为准' },
    ],
    gloss: 'By default we send with ZTO',
  }),
  suggestion(2, { tier: 'ask', text: '您寄到哪里呢？', asks: ['region', 'weight'], missing: ['product.material'] }),
  suggestion(3, {
    tier: 'hold',
    text: '稍等，我问下仓库',
    todo: [{ action: 'warehouse.check', copy: '问仓库：中通', done: false }],
  }),
  suggestion(4, {
    tier: 'close',
    text: '好的亲',
    parts: [
      { kind: 'text', text: '好的' },
      { kind: 'text', text: '亲' },
    ],
  }),
]
const state = {
  ...{ stage: 'presale', mood: 'worried', register: 'neutral', expects: [], types: [] },
  flows: [{ id: 'f', state: 's', since: 0, touched: 0, name: '议价阶梯', says: '第一次议价' }],
  slots: { height: { value: 165, unit: 'cm', text: '165' }, weight: { value: 55, unit: 'kg', text: '110斤' } },
}

/** Puts the panel there, connected and waiting. */
window.startScene = (attributes) => {
  const panel = document.createElement('huashu-panel')
  for (const [name, value] of Object.entries(attributes)) panel.setAttribute(name, value)
  window.source = window.fakeSource()
  panel.source = window.source
  panel.conversations = conversations
  panel.conversation = conversations[0]
  document.body.append(panel)
}

/** One more answer, with one line. */
window.nextAnswer = (turnId, text, more = {}) =>
  window.source.frame({
    ...{
      type: 'suggestions.ready',
      conversationId: 'c1',
      seq: 2,
      turnId,
      messageIds: [],
      because: 'message',
      locale: 'zh',
    },
    ...{ abstained: false, entities: [], state, timings: { totalMs: 1 }, intents: [] },
    suggestions: [suggestion(1, { id: `${turnId}.1`, text, ...more })],
  })

/** What every search finds. */
window.hits = {
  ...{ turnId: 't5', conversationId: 'c1', messageIds: [], because: 'manual', locale: 'zh', abstained: false },
  ...{ intents: [], entities: [], state, timings: { totalMs: 1 } },
  suggestions: [suggestion(1, { id: 't5.1', text: '电子发票在订单完成后开' }), suggestion(2, { id: 't5.2' })],
}

/** Lets everything arrive. */
window.fillScene = () => {
  const say = window.source.frame
  const of = { conversationId: 'c1', seq: 1 }
  const answer = {
    messageIds: [],
    because: 'message',
    locale: 'zh',
    abstained: true,
    entities: [],
    state,
    timings: { totalMs: 1 },
  }
  const intents = [
    { name: 'courier_choice.which', family: 'courier_choice', confidence: 0.98 },
    { name: 'shipping_time.when', family: 'shipping_time', confidence: 0.41 },
  ]
  say({ type: 'suggestions.ready', ...of, ...answer, turnId: 't1', intents, suggestions: rows })
  say({ type: 'suggestions.ready', ...of, ...answer, conversationId: 'c2', turnId: 't2', intents, suggestions: rows })
  const status = { mood: 'worried', intent: 'courier_choice.which', openQuestions: 1 }
  say({ type: 'conversation.status', ...of, ...status, waitingSince: ago(50), dueAt: ago(-10) })
  say({
    type: 'conversation.status',
    ...of,
    ...status,
    conversationId: 'c2',
    mood: 'angry',
    waitingSince: ago(90),
    dueAt: ago(30),
  })
  say({ type: 'nudge.ready', ...of, nudgeId: 'n1', kind: 'reply', level: 'red', dueAt: ago(0), suggestion: rows[2] })
}
