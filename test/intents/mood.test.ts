import { describe, expect, test } from 'vitest'
import { moodAfter, moodCooled } from '../../src/intents/mood.ts'
import { said } from '../../src/intents/said.ts'
import type { Intent, Mood } from '../../src/protocol/index.ts'

const feel = (text: string, mood: Mood = 'calm', heat?: number, intents: Intent[] = []) =>
  moodAfter(heat === undefined ? { mood } : { mood, heat }, said(text, intents, []))
const read = (name: string, confidence: number): Intent[] => [{ name, family: name.split('.')[0]!, confidence }]

describe('moodAfter', () => {
  test.each([
    ['你们就是骗人的', 'angry'],
    ['再不处理我投诉了', 'angry'],
    ['怎么还没到', 'worried'],
    ['担心会不会掉色', 'worried'],
    ['我再考虑考虑', 'hesitant'],
    ['不知道选哪个好纠结', 'hesitant'],
    ['谢谢亲，太好了', 'happy'],
    ['邮费多少', 'calm'],
    ['This is unacceptable', 'angry'],
    ['still not here', 'worried'],
    ['최악이네요', 'angry'],
    ['고민되네요', 'hesitant'],
  ] as const)('%s is %s', (text, mood) => {
    expect(feel(text).mood).toBe(mood)
  })
  test.each([
    '不着急，周末到就行',
    '别生气哈我就问问',
    'not angry, just asking',
    '没有要投诉的意思',
    '화난 거 아니에요',
    '垃圾袋多少钱一卷',
    '怪味花生辣不辣',
    '你们写的“不满意包退”怎么弄',
    '有人说是骗人的，是吗',
    '这个好看吗',
    '好吃的话再买',
  ])('%s is calm: denied, the name of a thing, quoted, said by others, asked', (text) => {
    expect(feel(text).mood).toBe('calm')
  })
  test.each(['谢谢啊，等来一堆垃圾', '这不是骗人吗', 'thanks for nothing'])('%s is angry all the same', (text) => {
    expect(feel(text).mood).toBe('angry')
  })
  test('a face tells what the words do not', () => {
    expect(feel('哦😡').mood).toBe('angry')
    expect(feel('哦😊').mood).toBe('happy')
    expect(feel('哦🙂').mood).toBe('calm')
  })
  test('a sure reading of a complaint is anger, a doubtful one is not', () => {
    expect(feel('三天了', 'calm', undefined, read('complaint_dispute.angry', 0.95)).mood).toBe('angry')
    expect(feel('三天了', 'calm', undefined, read('complaint_dispute.angry', 0.5)).mood).toBe('calm')
  })
  test('topics that an agent’s question lent say nothing of the mood', () => {
    const reading = read('complaint_dispute.angry', 0.95)
    expect(moodAfter({ mood: 'calm' }, said('颜色', reading, [], ['complaint_dispute.angry'])).mood).toBe('calm')
  })
  test('shouting is worry, and anger when the talk was angry', () => {
    expect(feel('人呢？？？').mood).toBe('worried')
    expect(feel('人呢？？？', 'angry').mood).toBe('angry')
    expect(feel('在吗？').mood).toBe('calm')
  })
})

describe('how a mood fades', () => {
  const cooled = (mood: Mood, agent: string, holds = false) => moodCooled({ mood }, agent, holds)
  const plain = (mood: Mood, agent: string, holds = false) => {
    const { heat } = cooled(mood, agent, holds)
    return feel('订单号123456', mood, heat).mood
  }
  test('anger stays through plain lines until somebody apologises', () => {
    expect(feel('订单号123456', 'angry').mood).toBe('angry')
    expect(plain('angry', '麻烦发一下订单号')).toBe('angry')
    expect(plain('angry', '非常抱歉，马上给您换')).toBe('calm')
    expect(plain('angry', '抱歉久等，我查一下', true)).toBe('angry')
  })
  test('anger wears off in the course of answers', () => {
    let held: ReturnType<typeof moodAfter> = { mood: 'angry' }
    const moods: Mood[] = []
    for (let turn = 0; turn < 5; turn += 1) {
      held = moodAfter(moodCooled(held, '已经给您登记好了', false), said('订单号123456', [], []))
      moods.push(held.mood)
    }
    expect(moods).toEqual(['angry', 'angry', 'angry', 'calm', 'calm'])
  })
  test('an apology does not calm who goes on scolding', () => {
    expect(feel('少来这套，骗子', 'angry', 0.4).mood).toBe('angry')
  })
  test('worry ends when it was answered', () => {
    expect(plain('worried', '明天就能送到')).toBe('calm')
    expect(plain('worried', '我查一下', true)).toBe('worried')
    expect(feel('订单号123456', 'worried').mood).toBe('worried')
  })
  test('thanks end anger, and only praise turns it into joy', () => {
    const thanks = read('thanks_bye.thanks', 0.95)
    expect(feel('谢谢', 'angry', 1, thanks).mood).toBe('calm')
    expect(feel('谢谢', 'calm', undefined, thanks).mood).toBe('happy')
    expect(feel('换的收到了，很满意', 'angry').mood).toBe('happy')
  })
  test('joy and doubt end with the next plain line', () => {
    expect(feel('订单号123456', 'happy').mood).toBe('calm')
    expect(feel('订单号123456', 'hesitant').mood).toBe('calm')
  })
})
