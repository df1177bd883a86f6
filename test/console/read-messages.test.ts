import { describe, expect, test } from 'vitest'
import { batchCsv } from '../../src/console/batch/batch-csv.ts'
import { readMessages } from '../../src/console/batch/read-messages.ts'

const textsOf = (source: string, name?: string) => readMessages(source, name).messages.map(({ text }) => text)

describe('what a batch is made of', () => {
  test('a message per line', () => {
    expect(textsOf('能便宜点吗\r\n\r\n  在吗 \n')).toEqual(['能便宜点吗', '在吗'])
  })
  test('the column of a table that holds messages, else the first one', () => {
    expect(textsOf('id,text\n1,"a, b"\n2,c', 'x.csv')).toEqual(['a, b', 'c'])
    expect(textsOf('编号,消息\n1,在吗', 'x.CSV')).toEqual(['在吗'])
    expect(textsOf('hi,1\nyo,2', 'x.csv')).toEqual(['hi', 'yo'])
  })
  test('JSON lines with a text or a whole talk; others are named', () => {
    const source = '{"text":"a"}\n{"q":"b"}\nno\n{"messages":[{"role":"shopper","text":"c"}],"channel":"jd"}\n{"x":1}'
    const { messages, bad } = readMessages(source)
    expect(messages.map(({ text }) => text)).toEqual(['a', 'b', 'c'])
    expect(messages[2]!.body).toMatchObject({ channel: 'jd' })
    expect(bad).toEqual([3, 5])
  })
  test('the file has a row for each answer, refused ones too, and nothing a spreadsheet would calculate', () => {
    const { messages } = readMessages('=1+1\nb')
    const error = { error: { code: 'bad_request' as const, message: '=bad', details: [] } }
    const rows = batchCsv(messages, [error, error]).trimEnd().split('\r\n')
    expect(rows).toHaveLength(3)
    expect(rows[1]).toBe("'=1+1,,,,,,,'=bad")
  })
})
