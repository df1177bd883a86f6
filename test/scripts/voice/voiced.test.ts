import { describe, expect, test } from 'vitest'
import { createCatalogue, createFacts, type FactSource, parseStore, type Voice } from '../../../src/policy/index.ts'
import type { Locale } from '../../../src/protocol/index.ts'
import { createLibrary, fill, parseTemplate, voiced } from '../../../src/scripts/index.ts'
import { factTable, script } from '../script.ts'

const voice = (locale: Locale, more: Partial<Voice> = {}): Voice => ({
  locale,
  isLively: false,
  isSlangAvoided: false,
  ...more,
})
const said = (text: string, how: Voice) =>
  voiced(parseTemplate(text), how)
    .map((part) => (typeof part === 'string' ? part : `{{${part.slot}}}`))
    .join('')

describe('Chinese particles', () => {
  const bare = voice('zh', { particles: [] })
  test.each([
    ['稍等一下哦', '稍等一下'],
    ['现在是{{product.price}}哦{{smile}}', '现在是{{product.price}}{{smile}}'],
    ['{{you}}，您好呀，想看哪一款呢', '{{you}}，您好，想看哪一款？'],
    ['付款收到啦，谢谢您', '付款收到了，谢谢您'],
    // without it these are no questions, or other words
    ['您看呢，颜色呢', '您看呢，颜色呢'],
    ['哈哈，哎呀，哦，明白了', '哈哈，哎呀，哦，明白了'],
    ['哈尔滨发货', '哈尔滨发货'],
  ])('%s', (text, expected) => expect(said(text, bare)).toBe(expected))

  test('one that the store does not say gives way to the first that it does', () => {
    expect(said('稍等哦，马上来', voice('zh', { particles: ['哈'] }))).toBe('稍等哈，马上来')
    expect(said('稍等哦，好呀', voice('zh', { particles: ['哦', '呀'] }))).toBe('稍等哦，好呀')
  })
  test('a formal store says 我们', () => {
    expect(said('咱们一起看看，咱家有', voice('zh', { formality: 'formal' }))).toBe('我们一起看看，我们家有')
  })
})

describe('Korean', () => {
  const formal = voice('ko', { formality: 'formal' })
  const casual = voice('ko', { formality: 'casual' })
  test.each([
    ['확인하고 알려 드릴게요', '확인하고 알려 드리겠습니다'],
    ['재고 있어요? 네, 있어요.', '재고 있습니까? 네, 있습니다.'],
    ['반가워요, 감사해요', '반갑습니다, 감사합니다'],
    ['키와 몸무게가 어떻게 되세요?', '키와 몸무게가 어떻게 되십니까?'],
    ['편하게 말씀해 주세요', '편하게 말씀해 주십시오'],
    ['그대로 될 거예요', '그대로 될 겁니다'],
    ['지금은 어려워요', '지금은 어렵습니다'],
  ])('%s ↔ %s', (polite, stiff) => {
    expect(said(polite, formal)).toBe(stiff)
    expect(said(stiff, casual)).toBe(polite)
  })
  test.each(['안녕하세요, 여보세요', '마음이 참 따뜻하세요', '잘 보입니다, 좋겠습니다'])('%s stays', (text) => {
    expect(said(text, formal)).toBe(text)
    expect(said(text, casual)).toBe(text)
  })
})

test('English without contractions, where they stand for one thing', () => {
  const formal = voice('en', { formality: 'formal' })
  expect(said("I'm sure we'll ship; it's fine, we can't wait, don't worry", formal)).toBe(
    "I am sure we will ship; it's fine, we cannot wait, do not worry",
  )
  expect(said("Don't you want it?", formal)).toBe("Don't you want it?")
})

describe('the address word', () => {
  const say = (template: string, you: string) => fill(parseTemplate(template), factTable({ you }))
  test('您 is none before a comma, and stands where the sentence needs it', () => {
    expect(say('{{you}}，在的', '您')).toMatchObject({ text: '在的' })
    expect(say('谢谢{{you}}', '您')).toMatchObject({ text: '谢谢您' })
    expect(say('{{you}}，在的', '宝贝')).toMatchObject({ text: '宝贝，在的' })
  })
})

describe('a store that has its own word for itself', () => {
  const { store } = parseStore(
    {
      id: 's',
      name: '小店',
      timezone: 'Asia/Shanghai',
      currency: 'CNY',
      persona: { self: '客服{agent}', smile: '😊', emoji: 'rich' },
    },
    's',
  )
  const facts = (agent?: { id: string; name: string }) =>
    createFacts({
      store: store!,
      catalogue: createCatalogue([]),
      slots: {},
      locale: 'zh',
      channel: 'web',
      agent,
      now: 0,
    })
  test('the agent’s name may stand in it, and each agent has their own', () => {
    const self = (source: FactSource) => source.get('self')?.text
    expect(self(facts({ id: 'a', name: '小红' }))).toBe('客服小红')
    expect(self(facts({ id: 'b', name: '小明' }))).toBe('客服小明')
    expect(self(facts())).toBe('客服')
  })
  test('rich: a smile in the short form where the opening form has one, and nowhere else', () => {
    const short = (open: string, text: string) => {
      const library = createLibrary([script({ id: 'x', wordings: [{ open, short: text }] })])
      const filled = fill(library.get('x')!.forms[0]!.short, facts())
      return 'lacks' in filled ? '' : filled.text
    }
    expect(short('在的{{smile}}', '在的')).toBe('在的😊')
    expect(short('抱歉让您久等', '抱歉久等')).toBe('抱歉久等')
    expect(short('在的{{smile}}', '在{{smile}}的')).toBe('在😊的')
  })
})

test('a voice that cannot be is named by its path', () => {
  const raw = { id: 's', name: '小店', timezone: 'Asia/Shanghai', currency: 'CNY' }
  const { faults } = parseStore({ ...raw, persona: { particles: ['吗'], emoji: 'much', formality: 3, nick: 'x' } }, 's')
  const said = JSON.stringify(faults)
  for (const field of ['particles', 'emoji', 'formality', 'nick']) expect(said).toContain(field)
})
