import fastify from 'fastify'
import { expect, test } from 'vitest'
import { createLogger } from '../../../src/server/observe.ts'
import { consoleRoutes } from '../../../src/server/routes/console.ts'
import { temporaryFolder } from '../gateway-under-test.ts'

test('a console that is not built is said to be so, and what to run; the rest is served', async () => {
  const logged: string[] = []
  const app = fastify()
  app.get('/v1/else', async () => ({ is: 'served' }))
  await consoleRoutes(
    app,
    { logger: createLogger('info', { write: (line) => void logged.push(line) }) },
    temporaryFolder(),
  )
  const page = await app.inject({ url: '/' })
  expect([page.statusCode, page.body]).toEqual([503, expect.stringContaining('npm run build')])
  expect(logged.join()).toContain('npm run build')
  expect((await app.inject({ url: '/v1/else' })).json()).toEqual({ is: 'served' })
  await app.close()
})
