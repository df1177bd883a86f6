import { describe, expect, test } from 'vitest'
import { lintLibrary } from '../../src/scripts/index.ts'
import { script } from './script.ts'

const TOPICS = ['greeting.hello', 'shipping_fee.fee']
const sound = script({ id: 'ok', intents: TOPICS, text: '{{you}}，在的' })
const faultsOf = (...scripts: ReturnType<typeof script>[]) =>
  lintLibrary(
    [sound, ...scripts].map((one, i) => ({ script: one, file: 'a.yaml', line: i * 10 + 1 })),
    { topics: TOPICS, locales: ['zh'] },
  ).map(({ file, line, scriptId, message }) => `${file}:${line} ${scriptId} ${message}`)

describe('lintLibrary', () => {
  test('finds nothing in a sound library', () => {
    expect(
      faultsOf(
        script({ id: 'b', intents: ['greeting'] }),
        script({ id: 'c', intents: [], when: { event: 'order_paid' } }),
      ),
    ).toEqual([])
  })
  test.each([
    [script({ id: 'ok', text: '又来了' }), 'a.yaml:11 ok id also stands at a.yaml:1'],
    [script({ id: 'b', intents: ['greeting.bye'] }), 'a.yaml:11 b unknown intent "greeting.bye"'],
    [script({ id: 'b', intents: ['greting'] }), 'a.yaml:11 b unknown intent "greting"'],
    [script({ id: 'b', intents: [] }), 'a.yaml:11 b unreachable: neither an intent nor an event nor a flow raises it'],
    [script({ id: 'b', text: '{{you}}，在的' }), 'a.yaml:11 b same wording as ok (a.yaml:1): "{{you}}，在的"'],
    [script({ id: 'b', wordings: [{ open: '{{yuo}}好', short: '好哦' }] }), 'a.yaml:11 b unknown slot "yuo"'],
    [
      script({ id: 'b', wordings: [{ open: '好', short: '好'.repeat(21) }] }),
      `a.yaml:11 b short form has 21 characters, more than 20: "${'好'.repeat(21)}"`,
    ],
  ])('finds %#', (faulty, said) => {
    expect(faultsOf(faulty)).toEqual([said])
  })
  test('a slot counts as four characters of a short form, the voice as none', () => {
    const short = (text: string) => faultsOf(script({ id: 'b', wordings: [{ open: '开头', short: text }] })).length
    expect(short(`{{you}}{{smile}}{{shipping.fee}}${'好'.repeat(16)}`)).toBe(0)
    expect(short(`{{shipping.fee}}${'好'.repeat(17)}`)).toBe(1)
  })
  test('names the topics nobody answers', () => {
    const faults = lintLibrary([{ script: sound, file: 'a.yaml', line: 1 }], {
      topics: [...TOPICS, 'refund.status'],
      locales: ['zh', 'ko'],
    })
    expect(faults.map(({ message }) => message)).toEqual([
      'no script answers refund.status',
      ...[...TOPICS, 'refund.status'].map((topic) => `no script answers ${topic}`),
    ])
  })
})
