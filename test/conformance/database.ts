import { describe, expect, test } from 'vitest'
import type { Database, Grant, LogRecord, StoredDocument } from '../../src/server/ports.ts'

const TALK = { store: 's', channel: 'web', conversationId: 'c' }

function record(key: string, rest: Partial<LogRecord> = {}): LogRecord {
  return { ...TALK, kind: 'message', key, print: 'p', at: 1_000, body: { text: key }, ...rest }
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
      expect(await db.purge(100, 2)).toBe(2)
      expect(await db.purge(100, 2)).toBe(1)
      expect(await db.purge(100, 2)).toBe(0)
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

    test('has one writer', async () => {
      const { open } = await make()
      const first = await open()
      await expect(open()).rejects.toThrow(/another process/)
      await first.close()
      await (await open()).close()
    })
  })
}
