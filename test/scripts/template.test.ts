import { describe, expect, test } from 'vitest'
import { factSlots, parseTemplate } from '../../src/scripts/template.ts'

describe('parseTemplate', () => {
  test('cuts text and slots', () => {
    expect(parseTemplate('{{you}}，{{product.name|这款}}现货')).toEqual([
      { slot: 'you', fallback: undefined, voice: true },
      '，',
      { slot: 'product.name', fallback: '这款', voice: false },
      '现货',
    ])
    expect(parseTemplate('在的')).toEqual(['在的'])
  })
  test('an empty fallback is one, spaces inside the braces are none', () => {
    expect(parseTemplate('{{ you | }}')).toMatchObject([{ slot: 'you', fallback: '' }])
    expect(parseTemplate('{{you}}')).toMatchObject([{ slot: 'you', fallback: undefined }])
  })
  test.each([
    ['{{yuo}}好', 'unknown slot "yuo"'],
    ['{{you}好', 'stray brace'],
    ['{you}}好', 'stray brace'],
    ['好}', 'stray brace'],
    ['{{}}', 'stray brace'],
  ])('refuses %s', (text, said) => {
    expect(() => parseTemplate(text)).toThrow(said)
  })
})

test('factSlots leaves the voice out', () => {
  expect(factSlots(parseTemplate('{{you}}{{self}}{{shipping.fee}}{{smile}}{{size.pick|M}}'))).toEqual([
    'shipping.fee',
    'size.pick',
  ])
})
