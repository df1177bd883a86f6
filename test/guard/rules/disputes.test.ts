import { expect, test } from 'vitest'
import { examples, levelOf } from '../shipped-guard.ts'

const broken = { waiting: '收到轮子断了', asked: ['quality_issue.damaged'] }

examples(
  'R38',
  {
    zh: {
      hits: ['肯定是快递暴力分拣弄的', '是快递的问题', '应该是您安装时用力过猛了', '物流慢我们也没办法'],
      harmless: [
        '抱歉让您遇到这事，可能是快递途中压坏了',
        '我帮您联系快递核实',
        '是不是快递的问题我查一下',
        '快递单拍给我看下',
        '您安装时有没有遇到卡住',
        '快递费我们出',
      ],
    },
    en: {
      hits: ["It's the courier's fault"],
      harmless: ['So sorry, it was probably the courier', "I'll ask the courier"],
    },
    ko: { hits: ['택배사 잘못이에요'], harmless: ['죄송합니다, 택배사 문제로 보입니다', '택배사에 확인해 볼게요'] },
  },
  broken,
)
examples(
  'R79',
  {
    zh: {
      hits: ['这个得看是不是人为', '物流慢我们没办法', '先拍个视频来', '正常现象，用用就好'],
      harmless: ['抱歉让您费心，麻烦拍张照', '理解您的心情，我们一起看看', '这就帮您核实', '别着急，先拍张照给我'],
    },
    en: { hits: ['先拍个视频来 please'], harmless: ["I'm sorry about that, could you send a photo?"] },
    ko: { hits: ['先拍个视频来'], harmless: ['불편을 드려 죄송합니다'] },
  },
  broken,
)
test('R79: less plain, less loud', () => {
  expect(levelOf('R79', '麻烦您发一下照片给我看看情况', broken)).toBe('hint')
  expect(levelOf('R79', '麻烦您发一下照片给我看看情况', { waiting: '会不会坏了' })).toBeUndefined()
  const asked = ['quality_issue.damaged']
  expect(levelOf('R79', '正常现象，偶尔有一两颗', { waiting: '里面坏的多吗', asked })).toBeUndefined()
  expect(levelOf('R79', '正常现象，偶尔有一两颗', { waiting: '里面坏的太多了', asked })).toBeDefined()
})
examples(
  'R80',
  {
    zh: {
      hits: ['我们会处理的，请耐心等待', '您等通知吧', '有消息再说'],
      harmless: [
        '会处理的，今天下午给您答复',
        '给您补发，48小时内寄出',
        '我马上查，半小时回您',
        '退款1到3个工作日到账',
        '您看换货还是退款',
      ],
    },
    en: { hits: ["We'll handle it"], harmless: ["We'll handle it: a new one goes out within 2 days"] },
    ko: { hits: ['처리해 드릴게요'], harmless: ['내일까지 교환 처리해 드릴게요 2일 걸려요'] },
  },
  { waiting: '你们怎么解决', asked: ['complaint_dispute.service'] },
)
examples(
  'R122',
  {
    zh: {
      hits: ['哦那您把照片发来看看吧', '这个是全新的没有拆过封'],
      harmless: ['理解您的心情，把照片发来看看', '我们一起看看是哪里的问题', '抱歉，让您担心了，照片发来看看', '好的'],
    },
    en: { hits: ['It is new, nobody has opened it'], harmless: ['I understand, let us look at it together'] },
    ko: { hits: ['새 상품이고 아무도 열지 않았어요'], harmless: ['속상하셨겠어요, 함께 확인해 볼게요'] },
  },
  { waiting: '你们发的二手货吧' },
)
