import { expect, test } from 'vitest'
import { checkScript } from '../../src/scripts/index.ts'

const TOPICS = new Set(['greeting.hello', 'greeting'])
const words = [{ open: '在的', short: '在' }]
const paths = (raw: object) => checkScript({ id: 'own.1', locale: 'zh', ...raw }, TOPICS).faults.map(({ path }) => path)

test("a store's own words need no more than words", () => {
  const { script } = checkScript({ id: 'own.1', locale: 'zh', wordings: words } as never, TOPICS)
  expect(script).toMatchObject({ id: 'own.1', locale: 'zh', category: 'C999', tier: 'answer', intents: [] })
})

test.each([
  [{}, ['wordings']],
  [{ wordings: [] }, ['wordings']],
  [{ wordings: words, intents: ['greeting.hello', 'greeting.nothing'] }, ['intents.1']],
  [{ wordings: [{ open: '到{{nowhere}}', short: '{{' }] }, ['wordings.0.open', 'wordings.0.short']],
  [{ wordings: words, when: { is: { height: 'x' } } }, ['when.is.height']],
  [{ wordings: words, colour: 'red' }, ['']],
])('%j: faults at %j', (raw, expected) => {
  expect(paths(raw)).toEqual(expected)
})
