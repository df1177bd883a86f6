import { describe, expect, test } from 'vitest'
import { figures, Log, rows } from './log.ts'

const D = '2026-11-22'

describe('response times', () => {
  test('run from the first unanswered message of the shopper to the human’s reply', () => {
    // 20 s, then 40 s and 180 s: the burst counts from its first message
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .agent(`${D} 10:00:20`)
      .shopper(`${D} 10:01:00`)
      .shopper(`${D} 10:01:10`)
      .agent(`${D} 10:01:40`)
      .agent(`${D} 10:01:50`)
      .shopper(`${D} 10:05:00`)
      .agent(`${D} 10:08:00`)
    expect(figures(log)).toMatchObject({
      turns: 3,
      replies: 4,
      responseMeanMs: 80_000,
      // the middle of the bin (39, 40] s
      responseMedianMs: 39_500,
      firstResponseMeanMs: 20_000,
      firstResponseMedianMs: 19_500,
      inTimeRate: 1 / 3,
      threeMinuteRate: 1,
    })
  })
  test('180 s are within three minutes, one millisecond more is not', () => {
    const at = (reply: string) => figures(new Log().shopper(`${D} 10:00:00`).agent(`${D} ${reply}`)).threeMinuteRate
    expect(at('10:03:00')).toBe(1)
    expect(at('10:03:00.001')).toBe(0)
  })
  test('a shopper who still waits is a turn nobody has answered', () => {
    const log = new Log().shopper(`${D} 10:00:00`).agent(`${D} 10:00:20`).shopper(`${D} 10:01:00`)
    expect(figures(log)).toMatchObject({ turns: 2, inTimeRate: 0.5, threeMinuteRate: 0.5, responseMeanMs: 20_000 })
  })
  test('bots, system lines and what was recalled stop no human’s clock', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .message(`${D} 10:00:01`, { role: 'bot', text: '您好，客服马上来' })
      .message(`${D} 10:00:02`, { role: 'system', text: '已接入' })
      .message(`${D} 10:00:03`, { role: 'agent', kind: 'recall', agent: { id: 'amy' } })
      .agent(`${D} 10:01:00`)
      .message(`${D} 10:02:00`, { role: 'shopper', kind: 'recall' })
    expect(figures(log)).toMatchObject({ turns: 1, replies: 1, responseMeanMs: 60_000 })
  })
  test('a picture is a message as any other, to be answered and to answer with', () => {
    const log = new Log()
      .message(`${D} 10:00:00`, { role: 'shopper', kind: 'image', text: undefined })
      .message(`${D} 10:00:30`, { role: 'agent', kind: 'image', text: undefined, agent: { id: 'amy' } })
    expect(figures(log)).toMatchObject({ turns: 1, responseMeanMs: 30_000, answerRate: 1 })
  })
  test('what was said before the gateway came in, told without a time, moves no clock', () => {
    const log = new Log()
      .message(`${D} 10:00:00`, { role: 'shopper', at: undefined })
      .message(`${D} 10:00:00`, { role: 'agent', at: undefined, agent: { id: 'amy' } })
    expect(figures(log)).toEqual({})
  })
  test('by agent: the one who replied; who has the conversation is charged with what is open', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .answer(`${D} 10:00:00`, { agent: 'bob', offers: { x: '面料是纯棉的哦' } })
      .agent(`${D} 10:00:10`, '在的', 'amy')
      .shopper(`${D} 10:01:00`)
      .answer(`${D} 10:01:00`, { agent: 'bob', offers: { x: '面料是纯棉的哦' } })
    expect(rows(log, 'agent')).toMatchObject({
      amy: { turns: 1, responseMeanMs: 10_000, enquiries: 1, answered: 1 },
      bob: { turns: 1, inTimeRate: 0 },
    })
  })
  test('by intent: what the burst was about', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`, '你好')
      .answer(`${D} 10:00:00`, { intent: 'greeting.hello' })
      .shopper(`${D} 10:00:05`, '165穿什么码')
      .answer(`${D} 10:00:05`, { intent: 'size_fit.recommend' })
      .agent(`${D} 10:00:25`)
    expect(rows(log, 'intent')).toMatchObject({
      'greeting.hello': { coverage: 0 },
      'size_fit.recommend': { turns: 1, responseMeanMs: 25_000, replies: 1 },
    })
  })
})

describe('the answer rate', () => {
  test('is human receptions by enquiries: ten shoppers, seven answered', () => {
    const log = new Log()
    for (let i = 0; i < 10; i += 1) {
      const talk = log.in(`c${i}`).shopper(`${D} 10:0${i}:00`)
      if (i < 7) talk.agent(`${D} 10:0${i}:30`)
      else talk.message(`${D} 10:0${i}:01`, { role: 'bot' })
    }
    expect(figures(log)).toMatchObject({ enquiries: 10, answered: 7, answerRate: 0.7, firstResponseMeanMs: 30_000 })
  })
  test('a conversation is one enquiry a day, however often the shopper writes', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .agent(`${D} 10:00:10`)
      .shopper(`${D} 18:00:00`)
      .shopper('2026-11-23 09:00:00')
    expect(figures(log)).toMatchObject({ enquiries: 2, answered: 1, turns: 2 })
  })
  test('across midnight a reply answers the evening’s enquiry and the night’s', () => {
    const log = new Log()
      .shopper(`${D} 23:59:00`)
      .shopper('2026-11-23 00:00:30')
      .agent('2026-11-23 00:01:00')
      .shopper('2026-11-23 00:02:00')
      .agent('2026-11-23 00:02:20')
    expect(rows(log, 'day')).toMatchObject({
      '2026-11-22': { enquiries: 1, answered: 1, firstResponseMeanMs: 120_000, turns: 1, responseMeanMs: 120_000 },
      '2026-11-23': { enquiries: 1, answered: 1, firstResponseMeanMs: 30_000, turns: 1, responseMeanMs: 20_000 },
    })
  })
})

describe('satisfaction', () => {
  test('is very satisfied and satisfied by all ratings, five levels or five stars', () => {
    const log = new Log().shopper(`${D} 10:00:00`).agent(`${D} 10:00:10`)
    for (const level of ['very_satisfied', 'satisfied', 'neutral', 'dissatisfied', 'very_dissatisfied'])
      log.event(`${D} 11:00:00`, 'rating_given', { level })
    for (const score of [5, 4, 3.9]) log.event(`${D} 11:00:00`, 'rating_given', { score })
    expect(rows(log, 'agent').amy).toMatchObject({ ratings: 8, satisfaction: 0.5 })
  })
  test('a rating that says nothing is none; one that names the agent is theirs', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .agent(`${D} 10:00:10`)
      .event(`${D} 11:00:00`, 'rating_given')
      .event(`${D} 11:00:00`, 'rating_given', { score: 'good' })
      .event(`${D} 11:00:01`, 'rating_given', { score: 5, agent: { id: 'bob' } })
    expect(rows(log, 'agent')).toMatchObject({ bob: { ratings: 1, satisfaction: 1 } })
    expect(figures(log).ratings).toBe(1)
  })
})

describe('conversion', () => {
  const order = { order: { id: 'o1', total: 59.9, lines: [{ quantity: 2 }, {}] } }
  test('same day and within three days, ordered and paid', () => {
    const log = new Log()
    // four enquirers: ordered and paid at once; ordered at once, paid on the third day; ordered on the fourth day; never
    log
      .in('a')
      .shopper(`${D} 10:00:00`)
      .event(`${D} 10:10:00`, 'order_created', order)
      .event(`${D} 10:11:00`, 'order_paid', order)
    log
      .in('b')
      .shopper(`${D} 10:00:00`)
      .event(`${D} 23:59:59`, 'order_created')
      .event('2026-11-24 23:59:59', 'order_paid')
    log
      .in('c')
      .shopper(`${D} 10:00:00`)
      .event('2026-11-25 00:00:00', 'order_created')
      .event('2026-11-25 00:01:00', 'order_paid')
    log.in('d').shopper(`${D} 10:00:00`)
    expect(rows(log, 'day')[D]).toMatchObject({
      enquiries: 4,
      conversionOrderedSameDay: 0.5,
      conversionPaidSameDay: 0.25,
      conversionOrdered: 0.5,
      conversionPaid: 0.5,
    })
  })
  test('an order before the enquiry converts nobody; one paid without having been announced does', () => {
    const log = new Log()
    log.in('a').event(`${D} 09:00:00`, 'order_created').event(`${D} 09:01:00`, 'order_paid').shopper(`${D} 10:00:00`)
    log.in('b').shopper(`${D} 10:00:00`).event(`${D} 10:01:00`, 'order_paid')
    expect(figures(log)).toMatchObject({
      conversionOrdered: 0.5,
      conversionPaid: 0.5,
      orders: 2,
      silentOrderShare: 0.5,
    })
  })
  test('live facts count only with their times', () => {
    const log = new Log()
    log
      .in('a')
      .shopper(`${D} 10:00:00`)
      .facts(`${D} 10:01:00`, { order: { id: 'o', status: 'paid', total: 10 } })
    log
      .in('b')
      .shopper(`${D} 10:00:00`)
      .facts(`${D} 12:00:00`, { order: { id: 'p', status: 'paid', total: 20, paidAt: `${D}T11:00:00+08:00` } })
    expect(figures(log)).toMatchObject({
      conversionPaid: 0.5,
      paidOrders: 1,
      sales: { amount: '20.00', currency: 'CNY' },
    })
  })
})

describe('sales', () => {
  test('pieces, value and bonus base are of the human who last spoke before it was paid', () => {
    const log = new Log()
    log
      .in('a')
      .shopper(`${D} 10:00:00`)
      .agent(`${D} 10:00:10`, '在的', 'amy')
      .event(`${D} 10:10:00`, 'order_paid', {
        order: { id: '1', total: { amount: '60.00', currency: 'CNY' }, lines: [{ quantity: 2 }] },
      })
      .agent(`${D} 10:20:00`, '谢谢', 'bob')
      // told a second time by another event: the same order
      .event(`${D} 10:30:00`, 'order_paid', { order: { id: '1', total: 60 } })
      .event(`${D} 10:40:00`, 'order_paid', { orderId: '2', total: '39.90', quantity: 3 })
    log.in('b').event(`${D} 11:00:00`, 'order_paid', { orderId: '3', total: 100, quantity: 1 })
    const money = (amount: string) => ({ amount, currency: 'CNY' })
    expect(rows(log, 'agent')).toMatchObject({
      amy: {
        paidOrders: 1,
        pieces: 2,
        sales: money('60.00'),
        averageOrderValue: money('60.00'),
        bonusBase: money('60.00'),
      },
      bob: { paidOrders: 1, pieces: 3, sales: money('39.90') },
      '': { paidOrders: 1, pieces: 1, silentOrderShare: 1 },
    })
    expect(figures(log)).toMatchObject({
      orders: 3,
      sales: money('199.90'),
      averageOrderValue: money('66.63'),
      silentOrderShare: 1 / 3,
    })
  })
  test('what is sent back leaves the bonus base on the day it comes back', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .agent(`${D} 10:00:10`)
      .event(`${D} 10:10:00`, 'order_paid', { orderId: '1', total: 60, quantity: 2 })
      .event('2026-11-24 10:00:00', 'return_received', { orderId: '1' })
      .event('2026-11-24 11:00:00', 'return_received', { orderId: '1' })
    expect(rows(log, 'day')).toMatchObject({
      [D]: { bonusPieces: 2, bonusBase: { amount: '60.00' } },
      '2026-11-24': { bonusPieces: -2, bonusBase: { amount: '-60.00' } },
    })
    expect(figures(log)).toMatchObject({ pieces: 2, bonusBase: { amount: '0.00' } })
    expect(figures(log).bonusPieces).toBeUndefined()
  })
})

describe('unpaid recovered', () => {
  test('is paid after a human’s reminder by reminded', () => {
    const log = new Log()
    const unpaid = (id: string) =>
      log.in(id).event(`${D} 10:00:00`, 'order_created').event(`${D} 12:00:00`, 'order_unpaid')
    unpaid('paid').agent(`${D} 12:05:00`, '亲，订单还没付款哦', 'amy').event(`${D} 13:00:00`, 'order_paid')
    unpaid('late').agent(`${D} 12:05:00`, '亲，订单还没付款哦', 'amy').event('2026-11-25 00:00:00', 'order_paid')
    unpaid('never').agent(`${D} 12:05:00`, '亲，订单还没付款哦', 'amy')
    unpaid('unasked').event(`${D} 13:00:00`, 'order_paid').agent(`${D} 13:05:00`, '谢谢', 'amy')
    unpaid('bot').message(`${D} 12:05:00`, { role: 'bot' }).event(`${D} 13:00:00`, 'order_paid')
    expect(rows(log, 'agent').amy).toMatchObject({ reminded: 3, unpaidRecovered: 1 / 3 })
    expect(figures(log)).toMatchObject({ reminded: 3, paidOrders: 4 })
  })
})

describe('coverage', () => {
  test('is the share of messages for which an answer was on offer; gaps are counted by kind', () => {
    const log = new Log()
    const asked = (at: string, answer: Parameters<Log['answer']>[1]) =>
      log.shopper(`${D} ${at}`).answer(`${D} ${at}`, answer)
    asked('10:00:00', { offers: { a: '面料是纯棉的哦' } })
    asked('10:01:00', { offers: { a: '面料是纯棉的哦' } })
    asked('10:02:00', { offers: { b: '请问您的身高体重是多少呢' }, tier: 'ask' })
    asked('10:03:00', { offers: { h: '稍等我看一下' }, tier: 'hold', gap: 'no_script' })
    asked('10:04:00', { offers: { h: '稍等我看一下' }, tier: 'hold', gap: 'all_blocked' })
    asked('10:05:00', { offers: { h: '稍等我看一下' }, tier: 'hold', gap: 'out_of_scope' })
    // an answer to new facts is not one to a message
    log.answer(`${D} 10:06:00`, { because: 'facts', offers: { a: '面料是纯棉的哦' } })
    expect(figures(log)).toMatchObject({
      messages: 6,
      coverage: 2 / 6,
      gapNoScript: 1,
      gapBlocked: 1,
      gapOutOfScope: 1,
    })
  })
})

describe('acceptance', () => {
  const COTTON = '亲，面料是纯棉的哦，不起球不掉色'
  const SIZE = '亲，165cm 54kg 建议穿M码哦'
  test('unchanged, edited and own by the replies that had a choice', () => {
    const log = new Log()
    const reply = (at: string, text: string) =>
      log
        .shopper(`${D} 10:${at}:00`)
        .answer(`${D} 10:${at}:00`, { offers: { cotton: COTTON, size: SIZE } })
        .agent(`${D} 10:${at}:10`, text)
    reply('00', COTTON)
    reply('01', `${SIZE}😊`)
    reply('02', '亲，面料是纯棉的哦，起球很少，也不掉色')
    reply('03', '我去仓库帮您问问，马上回来')
    // nothing new was shown: no choice
    log.agent(`${D} 10:03:20`, '问到了，还有三件')
    const total = figures(log)
    expect(total).toMatchObject({
      replies: 5,
      acceptance: 0.75,
      acceptanceUnchanged: 0.5,
      acceptanceEdited: 0.25,
      ownReplies: 0.25,
      shown: 8,
      used: 3,
      useRate: 3 / 8,
    })
    const scripts = rows(log, 'script')
    expect(scripts.cotton).toMatchObject({ shown: 4, used: 2, useRate: 0.5 })
    expect(scripts.size).toMatchObject({ shown: 4, used: 1, fidelity: 1 })
    // 13 and 15 pairs of neighbours, 10 of them shared: (1 + 20/28) / 2
    expect(scripts.cotton!.fidelity).toBeCloseTo((1 + 20 / 28) / 2, 2)
  })
  test('two messages from one answer are two uses', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .answer(`${D} 10:00:00`, { offers: { cotton: COTTON, size: SIZE } })
      .agent(`${D} 10:00:10`, COTTON)
      .answer(`${D} 10:00:10`, { because: 'agent_reply', offers: { close: '亲，喜欢的话现在就可以拍下哦' } })
      .agent(`${D} 10:00:20`, SIZE)
    expect(figures(log)).toMatchObject({ acceptance: 1, acceptanceUnchanged: 1, used: 2, shown: 3 })
  })
  test('dismissed and reported are what agents say, by script', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .answer(`${D} 10:00:00`, { agent: 'amy', offers: { cotton: COTTON, size: SIZE } })
      .feedback(`${D} 10:00:05`, 'dismissed', 'c1-1.0')
      .feedback(`${D} 10:00:06`, 'reported', 'c1-1.1')
      .feedback(`${D} 10:00:07`, 'dismissed', 'c1-1.1', false)
      .feedback(`${D} 10:00:08`, 'sent', 'c1-1.1')
      .agent(`${D} 10:00:10`, '自己说的一句完全不同的话')
    expect(rows(log, 'script')).toMatchObject({
      cotton: { shown: 1, dismissed: 1 },
      size: { shown: 1, reported: 1 },
    })
    expect(figures(log)).toMatchObject({ dismissed: 1, reported: 1, ownReplies: 1 })
  })
  test('the guard’s marks: suggestions that warn, scripts kept away, replies sent clean', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .answer(`${D} 10:00:00`, { offers: { cotton: COTTON }, blocked: [{ scriptId: 'best', rule: 'R07' }] })
      .agent(`${D} 10:00:10`, COTTON)
      .shopper(`${D} 10:01:00`)
      .answer(`${D} 10:01:00`, { offers: { size: SIZE }, warned: ['R03'] })
      .agent(`${D} 10:01:10`, SIZE)
    expect(figures(log)).toMatchObject({ guardWarned: 1, guardBlocked: 1, replyLintScore: 0.5 })
    expect(rows(log, 'script').best).toEqual({ guardBlocked: 1 })
  })
})

describe('time saved', () => {
  const OFFER = { x: '亲，面料是纯棉的哦，不起球不掉色' }
  const turn = (log: Log, minute: number, seconds: number, text: string, heldOut?: true) => {
    const at = `${D} 10:${String(minute).padStart(2, '0')}`
    return log
      .shopper(`${at}:00`)
      .answer(`${at}:00`, { offers: OFFER, ...(heldOut ? { heldOut } : {}) })
      .agent(`${at}:${seconds}`, text)
  }
  test('is the reply time of own words less that of used suggestions', () => {
    const log = new Log()
    turn(log, 0, 10, OFFER.x)
    turn(log, 1, 14, OFFER.x)
    turn(log, 2, 30, '自己打的字一二三四五六')
    turn(log, 3, 50, '另外一句自己打的话呀')
    // means 40 s and 12 s; medians (nearest rank) 30 s and 10 s
    expect(figures(log)).toMatchObject({ timeSavedMeanMs: 28_000, timeSavedMedianMs: 20_000 })
  })
  test('conversations that are held out say what it is like without', () => {
    const log = new Log()
    turn(log.in('a'), 0, 10, OFFER.x)
    turn(log.in('b'), 1, 30, '自己打的字一二三四五六')
    // typed like the suggestion by chance: it was not shown
    turn(log.in('c'), 2, 45, OFFER.x, true)
    expect(figures(log)).toMatchObject({
      replies: 3,
      acceptance: 0.5,
      withoutMedianMs: 44_500,
      heldOutSavedMedianMs: 35_000,
      responseMeanMs: 28_333,
      coverage: 1,
      shown: 2,
    })
  })
  test('keys and seconds by the keystroke-level model', () => {
    const log = turn(new Log(), 0, 10, OFFER.x)
    // 14 Han characters at 3.5 keys and two commas: 51 keys, one click instead; 1.35 + 51 x .28 s of typing, 1.35 + .8 + 1.1 + .2 s of picking
    expect(figures(log)).toMatchObject({ keystrokesSaved: 50, modelSavedMs: 1_350 + 14_280 - 3_450 })
  })
})

describe('after the sale', () => {
  test('a case opens with the first message about it and closes with the conversation or its rating', () => {
    const log = new Log()
    log
      .in('a')
      .shopper(`${D} 10:00:00`)
      .answer(`${D} 10:00:00`, { intent: 'quality_issue.broken' })
      .shopper(`${D} 10:05:00`)
      .answer(`${D} 10:05:00`, { intent: 'refund.how' })
      .event('2026-11-23 10:00:00', 'conversation_closed')
    log.in('b').event(`${D} 12:00:00`, 'bad_review').event(`${D} 13:00:00`, 'rating_given', { score: 5 })
    log
      .in('c')
      .shopper(`${D} 10:00:00`)
      .answer(`${D} 10:00:00`, { intent: 'greeting.hello' })
      .event(`${D} 11:00:00`, 'conversation_closed')
    log.in('d').event(`${D} 12:00:00`, 'mediation')
    const found = rows(log, 'day')[D]!
    expect(found).toMatchObject({ cases: 3, solveMeanMs: (24 * 3_600_000 + 3_600_000) / 2 })
    // above 300 s the median is within 1 %
    expect(found.solveMedianMs! / 3_600_000).toBeCloseTo(1, 1)
  })
  test('promises are kept when done by the time they were due', () => {
    const log = new Log()
      .shopper(`${D} 10:00:00`)
      .agent(`${D} 10:00:10`)
      .event(`${D} 10:30:00`, 'todo_done', { dueAt: `${D}T10:30:00+08:00` })
      .event(`${D} 12:00:00`, 'todo_done', { dueAt: `${D}T11:59:59+08:00` })
      .event(`${D} 12:00:00`, 'todo_done', { action: 'remark.add' })
    expect(rows(log, 'agent').amy).toMatchObject({ promises: 2, promiseKept: 0.5 })
  })
})

test('by channel', () => {
  const log = new Log()
  log.in('a', 'jd').shopper(`${D} 10:00:00`).agent(`${D} 10:00:10`)
  log.in('a', 'web').shopper(`${D} 10:00:00`)
  expect(rows(log, 'channel')).toMatchObject({ jd: { answerRate: 1 }, web: { answerRate: 0 } })
})
