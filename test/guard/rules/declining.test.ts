import { expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

examples(
  'R36',
  {
    zh: {
      hits: ['没有这个服务的', '周末送不了', '不接定制', '做不了'],
      harmless: [
        '抱歉，仓库统一打包，放不了贺卡',
        '不好意思，可以帮您备注试试，定制做不了',
        '可以的',
        '没有问题',
        '谢谢您想到我们，批量生产所以不接定制',
        '不能机洗哦',
        '赠品不能超过一份的哦',
      ],
    },
    en: { hits: ["We don't do that"], harmless: ["Sorry, we can't, because orders are packed by machine"] },
    ko: { hits: ['안 됩니다'], harmless: ['죄송하지만 시스템 때문에 안 됩니다'] },
  },
  { waiting: '能帮忙写张贺卡吗' },
)
examples(
  'R39',
  {
    zh: {
      hits: ['不是的，我们都是好料', '但是大家都觉得不硬', '怎么会，不可能的'],
      harmless: ['理解您的感受，不过这款本来偏硬', '抱歉让您失望了，但是可以换', '是的，偏硬一些', '您说得对'],
    },
    en: { hits: ['But everybody likes it'], harmless: ['I understand, but it is meant to be firm'] },
    ko: { hits: ['하지만 다들 좋아하세요'], harmless: ['이해합니다, 하지만 원래 단단한 편이에요'] },
  },
  { waiting: '太硬了，睡得腰疼' },
)
test('R36: a reason is more than a bare no', () => {
  const asked = { waiting: '能发韵达吗' }
  expect(levelOf('R36', '发不了，快递不收的', asked)).toBe('hint')
  expect(levelOf('R36', '超重了发不了', asked)).toBe('hint')
  expect(levelOf('R36', '今天发不了，明天争取', asked)).toBe('hint')
  expect(levelOf('R36', '发不了哦', asked)).toBe('warn')
})
test('R39: a plain no to a plain question is no contradiction', () => {
  expect(levelOf('R39', '不是的亲，一份是两件', { waiting: '一份是一件吗' })).toBeUndefined()
})
examples(
  'R68',
  {
    zh: {
      hits: ['抱歉，蓝色暂时没有呢', '蓝色没有了', '目前缺货'],
      harmless: [
        '蓝色暂时没有，有白色和灰色，您喜欢哪个',
        '暂时没有，我查下什么时候补货',
        '蓝色没有，还有灰色可以看看',
        '有的亲',
        '没有问题',
        '这款没有那款厚',
      ],
    },
    en: { hits: ['Blue is not available'], harmless: ['Blue is not available; would you like grey?'] },
    ko: { hits: ['파란색은 없어요'], harmless: ['파란색은 없지만 회색은 어떠세요?'] },
  },
  { waiting: '有蓝色吗' },
)
examples('R119', {
  zh: {
    hits: ['我说了适合的', '您到底想要什么', '您还担心什么呀', '您怎么听不明白'],
    harmless: ['您是担心哪一点呢', '我说说适合的场合', '您想要什么颜色', '抱歉没说清楚，您还担心什么'],
  },
  en: { hits: ['What do you even want'], harmless: ['What do you want to use it for?'] },
  ko: { hits: ['도대체 뭘 원하세요'], harmless: ['어떤 점이 걱정되세요?'] },
})
examples('R120', {
  zh: {
    hits: ['规定就是吊牌剪了不能退', '洗过退不了，这是店规', '按规定不能退'],
    harmless: [
      '洗过会影响下一位顾客，按规定退不了',
      '按规定7天内可以退',
      '因为卫生原因，规定拆封不能退',
      '规格在包装上',
    ],
  },
  en: { hits: ["That's the policy"], harmless: ["That's the policy, because the next buyer wants it unworn"] },
  ko: { hits: ['규정이라 안 돼요'], harmless: ['위생 때문에 규정이라 안 돼요'] },
})
