import { describe, expect, test } from 'vitest'
import type { Database, DocumentVersion, Grant, LogRecord, StoredDocument, Task } from '../../src/server/ports.ts'

const ALL = Number.MAX_SAFE_INTEGER
const TALK = { store: 's', channel: 'web', conversationId: 'c' }

function record(key: string, rest: Partial<LogRecord> = {}): LogRecord {
  return { ...TALK, kind: 'message', key, print: 'p', at: 1_000, body: { text: key }, ...rest }
}

function task(id: string, dueAt: number, rest: Partial<Task> = {}): Omit<Task, 'state' | 'version'> {
  return { ...TALK, id, kind: 'promise', dueAt, body: { text: id }, ...rest }
}

const SECRET = 'my-phone-13800000000'

/** One record of each kind, of a conversation with this shopper. */
function chat(shopper: string): LogRecord[] {
  const bodies = {
    message: { messageId: 'm-1', role: 'shopper', text: SECRET },
    facts: { shopper: { id: shopper, name: SECRET } },
    answer: {
      turnId: 't1',
      messageIds: ['m-1'],
      because: 'message',
      locale: 'zh',
      abstained: false,
      intents: [{ name: 'x.y', family: 'x', confidence: 1 }],
      suggestions: [
        { id: 't1.1', scriptId: 's1', intent: 'x.y', tier: 'answer', score: 1, text: SECRET, features: {} },
      ],
    },
    feedback: {
      eventId: 'm-1',
      turnId: 't1',
      action: 'sent',
      finalText: SECRET,
      at: 'x',
      agent: { id: 'w' },
      matched: true,
    },
    event: { eventId: 'm-1', type: 'order_paid', at: 'x', data: { address: SECRET } },
  }
  return Object.entries(bodies).map(([kind, body]) =>
    record(`${kind}-m-1-${shopper}`, { kind: kind as LogRecord['kind'], body }),
  )
}

/** What every `Database` adapter has to do. `open` opens the same database again after a close. */
export function databaseConformance(name: string, make: () => Promise<{ open: () => Promise<Database> }>): void {
  const opened = async () => (await make()).open()

  describe(`${name}, as a database`, () => {
    test('keeps records in the order they were appended, with all they say', async () => {
      const db = await opened()
      expect(await db.append([record('b'), record('a', { body: { text: '你好 😀', n: [1, null] } })])).toEqual([
        'appended',
        'appended',
      ])
      expect(await db.append([record('c', { at: 5 })])).toEqual(['appended'])
      const kept = await db.conversation(TALK)
      expect(kept.map(({ key }) => key)).toEqual(['b', 'a', 'c'])
      expect(kept[1]).toEqual(record('a', { body: { text: '你好 😀', n: [1, null] } }))
      await db.close()
    })

    test('tells duplicates from conflicts and keeps the first', async () => {
      const db = await opened()
      await db.append([record('a', { body: 1 })])
      const again = [
        record('a', { body: 2 }),
        record('a', { print: 'other' }),
        record('b'),
        record('b'),
        record('b', { print: 'other' }),
      ]
      expect(await db.append(again)).toEqual(['duplicate', 'conflict', 'appended', 'duplicate', 'conflict'])
      expect((await db.conversation(TALK)).map(({ key, body }) => [key, body])).toEqual([
        ['a', 1],
        ['b', { text: 'b' }],
      ])
      await db.close()
    })

    test('writes many at once', async () => {
      const db = await opened()
      const many = Array.from({ length: 1_201 }, (_, i) => record(`k${i}`))
      expect(new Set(await db.append(many))).toEqual(new Set(['appended']))
      expect((await db.conversation(TALK)).map(({ key }) => key)).toEqual(many.map(({ key }) => key))
      expect(new Set(await db.append(many.slice(400)))).toEqual(new Set(['duplicate']))
      await db.close()
    })

    test('writes all or nothing', async () => {
      const db = await opened()
      const cyclic: Record<string, unknown> = {}
      cyclic.self = cyclic
      await expect(db.append([record('a'), record('b', { body: cyclic })])).rejects.toThrow()
      expect(await db.conversation(TALK)).toEqual([])
      expect(await db.append([record('a')])).toEqual(['appended'])
      await db.close()
    })

    test('appends that overlap do not mix', async () => {
      const db = await opened()
      const results = await Promise.all([db.append([record('a'), record('b')]), db.append([record('b'), record('c')])])
      expect(results.flat().filter((result) => result === 'appended')).toHaveLength(3)
      await db.close()
    })

    test('gives a conversation its messages, facts and events alone, and no other conversation', async () => {
      const db = await opened()
      await db.append([
        record('1'),
        record('2', { kind: 'facts' }),
        record('3', { kind: 'answer' }),
        record('4', { kind: 'event' }),
        record('5', { kind: 'feedback' }),
        record('6', { store: 't' }),
        record('7', { channel: 'jd' }),
        record('8', { conversationId: 'd' }),
      ])
      expect((await db.conversation(TALK)).map(({ key }) => key)).toEqual(['1', '2', '4'])
      await db.close()
    })

    test('finds by key', async () => {
      const db = await opened()
      await db.append([record('a', { kind: 'answer' })])
      expect(await db.find('a')).toEqual(record('a', { kind: 'answer' }))
      expect(await db.find('b')).toBeUndefined()
      await db.close()
    })

    test('purges what is old, a little at a time', async () => {
      const db = await opened()
      await db.append([
        record('old1', { at: 1 }),
        record('new', { at: 100 }),
        record('old2', { at: 2 }),
        record('old3', { at: 3 }),
      ])
      expect(await db.purge(100, ALL, 2)).toBe(2)
      expect(await db.purge(100, ALL, 2)).toBe(1)
      expect(await db.purge(100, ALL, 2)).toBe(0)
      expect((await db.conversation(TALK)).map(({ key }) => key)).toEqual(['new'])
      await db.close()
    })

    test('saves a document only on top of the version before', async () => {
      const db = await opened()
      const document = (id: string, version: number, body: unknown): StoredDocument => ({
        kind: 'correction',
        id,
        version,
        body,
      })
      expect(await db.saveDocuments([document('a', 1, { n: 1 }), document('b', 2, 0)])).toEqual([true, false])
      expect(await db.saveDocuments([document('a', 1, 'again'), document('b', 1, '你好')])).toEqual([false, true])
      expect(await db.saveDocuments([document('a', 2, { n: 2 })])).toEqual([true])
      expect(await db.saveDocuments([document('a', 2, 'late'), document('a', 4, 'early')])).toEqual([false, false])
      expect(await db.document('correction', 'a')).toEqual(document('a', 2, { n: 2 }))
      expect(await db.document('correction', 'b')).toEqual(document('b', 1, '你好'))
      expect(await db.document('correction', 'c')).toBeUndefined()
      await db.close()
    })

    test('lists documents newest first, from a place on, and a change keeps the place', async () => {
      const db = await opened()
      const document = (id: string, version = 1): StoredDocument => ({ kind: 'correction', id, version, body: id })
      await db.saveDocuments(['a', 'b', 'c', 'd'].map((id) => document(id)))
      await db.saveDocuments([document('b', 2)])
      const first = await db.documents('correction', 2)
      expect(first.map(({ id }) => id)).toEqual(['d', 'c'])
      const rest = await db.documents('correction', 9, first.at(-1)!.place)
      expect(rest).toEqual([
        { ...document('b', 2), place: expect.any(Number) },
        { ...document('a'), place: expect.any(Number) },
      ])
      await db.close()
    })

    test('removes a document of the version that was seen, and no other', async () => {
      const db = await opened()
      const document: StoredDocument = { kind: 'correction', id: 'a', version: 1, body: {} }
      await db.saveDocuments([document])
      expect(await db.removeDocument({ ...document, version: 2 })).toBe(false)
      expect(await db.removeDocument(document)).toBe(true)
      expect(await db.removeDocument(document)).toBe(false)
      expect(await db.saveDocuments([document])).toEqual([true])
      await db.close()
    })

    test('writes versions all or nothing, each on top of the one before, and keeps every one', async () => {
      const db = await opened()
      const version = (id: string, number: number, body: unknown = id, at = number): DocumentVersion => ({
        kind: 'script',
        id,
        version: number,
        body,
        at,
        author: 'lead',
      })
      expect(await db.newestChange()).toBe(0)
      expect(await db.saveVersions([version('a', 1), version('b', 1)])).toEqual([])
      const seen = await db.newestChange()
      expect(await db.saveVersions([version('c', 1), version('a', 1), version('b', 3)])).toEqual(['a', 'b'])
      expect(await db.document('script', 'c')).toBeUndefined()
      expect(await db.newestChange()).toBe(seen)
      expect(await db.saveVersions([version('a', 2, { text: '改了' }), version('c', 1)])).toEqual([])
      expect(await db.document('script', 'a')).toEqual({ kind: 'script', id: 'a', version: 2, body: { text: '改了' } })
      expect((await db.documents('script', 9)).map(({ id, version: number }) => [id, number])).toEqual([
        ['c', 1],
        ['b', 1],
        ['a', 2],
      ])
      expect(await db.versions('script', 'a', 9)).toEqual([
        { ...version('a', 2, { text: '改了' }), n: expect.any(Number) },
        { ...version('a', 1), n: expect.any(Number) },
      ])
      expect((await db.versions('script', 'a', 9, 2)).map((one) => one.version)).toEqual([1])
      expect((await db.changes(seen, 9)).map(({ id }) => id)).toEqual(['a', 'c'])
      expect((await db.changes(0, 1)).map(({ id }) => id)).toEqual(['a'])
      await db.close()
    })

    test('of two who write the same version one is told that it is too late', async () => {
      const db = await opened()
      const by = (author: string): DocumentVersion => ({
        kind: 'policy',
        id: 's',
        version: 1,
        body: author,
        at: 1,
        author,
      })
      const results = await Promise.all([db.saveVersions([by('a')]), db.saveVersions([by('b')])])
      expect(results.filter((stale) => stale.length === 0)).toHaveLength(1)
      expect(await db.versions('policy', 's', 9)).toHaveLength(1)
      await db.close()
    })

    test('writes thousands of versions at once', async () => {
      const db = await opened()
      const many = Array.from({ length: 1_200 }, (_, i): DocumentVersion => {
        return { kind: 'script', id: `s${i}`, version: 1, body: { i }, at: 1, author: 'a' }
      })
      expect(await db.saveVersions(many)).toEqual([])
      expect(await db.saveVersions(many.map((one) => ({ ...one, version: 2 })))).toEqual([])
      expect((await db.document('script', 's1199'))?.version).toBe(2)
      await db.close()
    })

    test('keeps everything over a close', async () => {
      const { open } = await make()
      const grant: Grant = {
        sha256: 'x',
        parent: 'y',
        agent: { id: 'a', name: '小王' },
        roles: ['agent'],
        expiresAt: 2_000_000_000_000,
      }
      const first = await open()
      await first.append([record('a', { at: 1_795_000_000_000 })])
      await first.saveGrant(grant)
      await first.saveDocuments([{ kind: 'correction', id: 'a', version: 1, body: { text: '在吗' } }])
      await first.close()
      const second = await open()
      expect(await second.conversation(TALK)).toEqual([record('a', { at: 1_795_000_000_000 })])
      expect(await second.grants()).toEqual([grant])
      expect((await second.document('correction', 'a'))?.body).toEqual({ text: '在吗' })
      await second.close()
    })

    test('gives the log in the order of places, from a place on', async () => {
      const db = await opened()
      await db.append(['a', 'b', 'c'].map((key) => record(key)))
      await db.append([record('b'), record('d', { store: 't', kind: 'answer' })])
      const all = await db.read(0, 10)
      expect(all.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd'])
      expect(all.map(({ n }) => n)).toEqual(all.map(({ n }) => n).toSorted((x, y) => x - y))
      expect(all[3]).toEqual({ ...record('d', { store: 't', kind: 'answer' }), n: expect.any(Number) })
      expect((await db.read(all[0]!.n, 2)).map(({ key }) => key)).toEqual(['b', 'c'])
      expect(await db.read(all[3]!.n, 10)).toEqual([])
      await db.close()
    })

    test('a place is never given twice, not even when the last records went', async () => {
      const db = await opened()
      await db.append([record('a'), record('b')])
      const last = (await db.read(0, 9)).at(-1)!.n
      await db.purge(2_000, ALL, 10)
      await db.append([record('c')])
      expect((await db.read(0, 9))[0]!.n).toBeGreaterThan(last)
      await db.close()
    })

    test('keys, ids and texts of any letters and of any length that the wire allows', async () => {
      const db = await opened()
      const ids = ['"\\'.repeat(100), '\u0001\u{10FFFF}'.repeat(60), '😀'.repeat(100), '龘'.repeat(200), " ' % _ ; --"]
      const records = ids.map((id) => {
        const talk = { store: id, channel: id.slice(0, 40), conversationId: id }
        return record(JSON.stringify(['message', ...Object.values(talk), id]), { ...talk, body: { text: id } })
      })
      const facts = records.map((one) => ({ ...one, kind: 'facts' as const, key: `f${one.key}` }))
      const named = facts.map((one, i) => ({ ...one, body: { shopper: { id: ids[i] } } }))
      expect(new Set(await db.append([...records, ...named]))).toEqual(new Set(['appended']))
      expect(new Set(await db.append(records))).toEqual(new Set(['duplicate']))
      for (const [i, one] of records.entries()) {
        expect((await db.find(one.key))?.body).toEqual(one.body)
        const { store, channel, conversationId } = one
        expect(await db.talksOf(store, ids[i]!)).toEqual([{ store, channel, conversationId }])
      }
      await db.close()
    })

    test('purges only what has been folded', async () => {
      const db = await opened()
      await db.append(['a', 'b', 'c'].map((key) => record(key)))
      const [, b] = await db.read(0, 3)
      expect(await db.purge(2_000, b!.n, 10)).toBe(2)
      expect((await db.read(0, 3)).map(({ key }) => key)).toEqual(['c'])
      await db.close()
    })

    test('saves a fold, never over a later one of the same version', async () => {
      const db = await opened()
      expect(await db.fold('kpis')).toBeUndefined()
      expect(await db.saveFold({ name: 'kpis', version: 1, n: 5, body: { count: 1 } })).toBe(true)
      expect(await db.saveFold({ name: 'kpis', version: 1, n: 4, body: 'late' })).toBe(false)
      expect(await db.saveFold({ name: 'kpis', version: 1, n: 5, body: 'again' })).toBe(true)
      expect(await db.saveFold({ name: 'kpis', version: 1, n: 9, body: '在' })).toBe(true)
      expect(await db.fold('kpis')).toEqual({ name: 'kpis', version: 1, n: 9, body: '在' })
      expect(await db.saveFold({ name: 'kpis', version: 2, n: 3, body: [2] })).toBe(true)
      expect(await db.fold('kpis')).toEqual({ name: 'kpis', version: 2, n: 3, body: [2] })
      await db.close()
    })

    test('knows up to where all folds are saved', async () => {
      const db = await opened()
      await db.saveFold({ name: 'a', version: 1, n: 9, body: 0 })
      await db.saveFold({ name: 'b', version: 1, n: 7, body: 0 })
      expect(await db.foldedUpTo(['a', 'b'])).toBe(7)
      expect(await db.foldedUpTo(['a', 'a'])).toBe(9)
      expect(await db.foldedUpTo(['a', 'never saved'])).toBe(0)
      expect(await db.foldedUpTo([])).toBe(ALL)
      await db.close()
    })

    test('adds tasks once', async () => {
      const db = await opened()
      expect(await db.addTasks([task('a', 1), task('b', 2), task('b', 3)])).toEqual([true, true, false])
      expect(await db.addTasks([task('a', 9), task('c', 4, { agent: 'w' })])).toEqual([false, true])
      expect(await db.task('a')).toEqual({ ...task('a', 1), state: 'open', version: 1 })
      expect((await db.task('c'))?.agent).toBe('w')
      expect(await db.task('z')).toBeUndefined()
      await db.close()
    })

    test('lists tasks in the order in which they are due, page by page', async () => {
      const db = await opened()
      await db.addTasks([
        task('a', 30),
        task('b', 10),
        task('d', 20),
        task('c', 20),
        task('e', 5, { store: 't' }),
        task('f', 40),
      ])
      await db.changeTask({ ...task('f', 40), version: 2, state: 'done' })
      const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id)
      expect(ids(await db.tasks({}, 9))).toEqual(['e', 'b', 'c', 'd', 'a', 'f'])
      expect(ids(await db.tasks({ store: 's', state: 'open' }, 2))).toEqual(['b', 'c'])
      expect(ids(await db.tasks({ store: 's', state: 'open' }, 9, { dueAt: 20, id: 'c' }))).toEqual(['d', 'a'])
      expect(ids(await db.tasks({ state: 'open', dueBefore: 20 }, 9))).toEqual(['e', 'b'])
      expect(ids(await db.tasks({ state: 'done' }, 9))).toEqual(['f'])
      expect(ids(await db.tasksOf(TALK))).toEqual(['b', 'c', 'd', 'a', 'f'])
      await db.close()
    })

    test('changes a task only on top of the version before', async () => {
      const db = await opened()
      await db.addTasks([task('a', 1, { agent: 'w' })])
      const change = { id: 'a', version: 2, dueAt: 7, state: 'dismissed' as const, body: { why: '已回' } }
      expect(await db.changeTask({ ...change, version: 3 })).toBe(false)
      expect(await db.changeTask(change)).toBe(true)
      expect(await db.changeTask(change)).toBe(false)
      expect(await db.changeTask({ ...change, id: 'z' })).toBe(false)
      expect(await db.task('a')).toEqual({ ...task('a', 7), ...change })
      await db.close()
    })

    test('closed tasks go with the events of their age, open ones stay', async () => {
      const db = await opened()
      await db.addTasks([task('old', 10), task('open', 10), task('new', 90)])
      await db.changeTask({ ...task('old', 10), version: 2, state: 'done' })
      await db.changeTask({ ...task('new', 90), version: 2, state: 'done' })
      await db.purge(50, ALL, 100)
      expect((await db.tasks({}, 9)).map(({ id }) => id)).toEqual(['open', 'new'])
      await db.close()
    })

    test('knows whose conversations they are, until their last record goes', async () => {
      const db = await opened()
      const named = (key: string, id: unknown, rest: Partial<LogRecord> = {}) =>
        record(key, { kind: 'facts', body: { shopper: { id } }, ...rest })
      await db.append([
        named('1', 'ann'),
        named('2', 'ann', { conversationId: 'd', at: 9_000 }),
        named('3', 'ann', { store: 't' }),
        named('4', 'bob', { conversationId: 'e' }),
        named('5', 7, { conversationId: 'f' }),
        record('6', { kind: 'facts', body: { shopper: null } }),
        record('7', { body: { shopper: { id: 'bob' } } }),
        record('8', { at: 9_000 }),
      ])
      await db.append([named('2', 'cat', { conversationId: 'd' })])
      expect(await db.talksOf('s', 'ann')).toEqual([TALK, { ...TALK, conversationId: 'd' }])
      expect(await db.talksOf('s', 'bob')).toEqual([{ ...TALK, conversationId: 'e' }])
      expect(await db.talksOf('s', 'cat')).toEqual([])
      expect((await db.records(TALK)).map(({ key }) => key)).toEqual(['1', '6', '7', '8'])
      await db.purge(5_000, ALL, 100)
      expect(await db.talksOf('s', 'ann')).toEqual([TALK, { ...TALK, conversationId: 'd' }])
      expect(await db.talksOf('s', 'bob')).toEqual([])
      await db.purge(10_000, ALL, 100)
      expect(await db.talksOf('s', 'ann')).toEqual([])
      await db.close()
    })

    test('erases what was said, keeps what can be counted, and says so in the log', async () => {
      const db = await opened()
      await db.append([...chat('ann-1'), ...chat('bob-1').map((one) => ({ ...one, conversationId: 'other' }))])
      await db.addTasks([task('a', 1, { body: { text: SECRET } }), task('b', 1, { conversationId: 'other' })])
      const before = await db.records(TALK)
      const places = before.map(({ n }) => n)
      expect(await db.erase(await db.talksOf('s', 'ann-1'), 5_000)).toEqual({ places, tasks: 1 })

      const log = await db.read(0, 99)
      expect(log.map(({ n }) => n)).toEqual(log.map(({ n }) => n).toSorted((x, y) => x - y))
      const blank = log.filter(({ n }) => places.includes(n))
      expect(JSON.stringify(blank)).not.toMatch(new RegExp(`${SECRET}|ann-1|m-1|"c"`))
      expect(blank.map(({ kind, at }) => [kind, at])).toEqual(before.map(({ kind, at }) => [kind, at]))
      expect(new Set(blank.map(({ conversationId }) => conversationId)).size).toBe(1)
      const [message, , answer, feedback] = blank.map(({ body }) => body as Record<string, unknown>)
      expect(message).toEqual({ messageId: expect.any(String), role: 'shopper', text: '' })
      expect(answer).toMatchObject({ turnId: 't1', messageIds: [message!.messageId], suggestions: [{ score: 1 }] })
      expect(feedback).toMatchObject({ turnId: 't1', action: 'sent', agent: { id: 'w' } })
      expect(log.at(-1)).toMatchObject({ kind: 'erasure', store: 's', conversationId: '', at: 5_000 })
      expect(log.at(-1)!.body).toEqual({ records: places })

      expect((await db.records({ ...TALK, conversationId: 'other' })).map(({ body }) => body)).toEqual(
        chat('bob-1').map(({ body }) => body),
      )
      expect(await db.conversation(TALK)).toEqual([])
      expect((await db.tasks({}, 9)).map(({ id }) => id)).toEqual(['b'])
      expect(await db.talksOf('s', 'ann-1')).toEqual([])
      // that it was done is known for longer than what was said
      await db.purge(10_000, ALL, 99)
      expect((await db.read(0, 9)).map(({ kind }) => kind)).toEqual(['erasure'])
      await db.close()
    })

    test('a conversation that was erased may begin anew', async () => {
      const db = await opened()
      await db.append(chat('ann'))
      await db.erase([TALK], 5_000)
      expect(new Set(await db.append(chat('ann')))).toEqual(new Set(['appended']))
      expect(await db.talksOf('s', 'ann')).toEqual([TALK])
      expect(await db.erase([], 6_000)).toEqual({ places: [], tasks: 0 })
      await db.close()
    })
  })
}
