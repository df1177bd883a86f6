import { expect, test } from 'vitest'
import { HuashuError } from '../../src/protocol/index.ts'
import { createLogger } from '../../src/server/observe.ts'

test('no text, secret or header reaches the log, however it is handed over', () => {
  const lines: string[] = []
  const logger = createLogger('trace', { write: (line) => void lines.push(line) })
  const secret = '13800000000'
  logger.info({ text: secret }, 'a')
  logger.info({ message: { text: secret }, store: 'demo' }, 'b')
  logger.info({ request: { body: { messages: [{ text: secret }] } } }, 'c')
  logger.info(
    { req: { headers: { authorization: secret } }, ticket: secret, facts: { shopper: { name: secret } } },
    'd',
  )
  logger.error(
    { err: Object.assign(new HuashuError('bad_request', 'no', { cause: new Error('deep') }), { input: secret }) },
    'e',
  )
  expect(lines).toHaveLength(5)
  expect(lines.join('')).not.toContain(secret)
  expect(JSON.parse(lines[1]!)).toMatchObject({ store: 'demo', msg: 'b' })
  const { err } = JSON.parse(lines[4]!)
  expect(err).toMatchObject({ type: 'HuashuError', stack: expect.stringContaining('no') })
  expect(err.cause.stack).toContain('deep')
})
