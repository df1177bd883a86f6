import { describe, expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples('R27', {
  zh: { hits: ['来啦😊😄🥰🎉快看看'], harmless: ['来啦😊😊快看看', '好的/:^_^', '尺码[小] [中] [大]'] },
})
describe('R27: a laugh at the wrong time', () => {
  const waiting = '花瓶全碎了'
  test.each(['碎了呀😆抱歉，麻烦拍个照', '抱歉哈😂马上看'])('%s', (text) => {
    expect(levelOf('R27', text, { waiting })).toBe('hint')
    expect(levelOf('R27', text, { waiting: '有货吗' })).toBeUndefined()
  })
  test('a face that is sorry may stay', () => {
    expect(levelOf('R27', '抱歉让您费心了😔', { waiting })).toBeUndefined()
  })
})
