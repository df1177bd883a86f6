import { examples } from '../shipped-guard.ts'

examples('R30', {
  zh: {
    hits: ['哦', '嗯嗯', '好的', '在', '有的哦', '没有', '是的亲', '不知道'],
    harmless: ['谢谢', '有的哦，黑色目前有货', '好的，这就帮您查', '在的亲，请问想了解哪款', '稍等一下哈', '晚安'],
  },
  en: { hits: ['ok', 'Yes.', 'no'], harmless: ['Yes, it is in stock', 'Hello, how can I help'] },
  ko: { hits: ['네', '없어요', '몰라요'], harmless: ['네, 재고 있습니다', '안녕하세요 고객님'] },
})
examples('R33', {
  zh: {
    hits: ['不行', '不可以的哦', '不讲价', '没有。', '本店概不议价', '不知道呢', '这个不能。'],
    harmless: [
      '没有问题',
      '不行的话可以换货',
      '抱歉，没有。可以看看另一款',
      '不知道您身高多少呢',
      '不能机洗哦',
      '没有关系的',
      '不好意思，不可以的哦',
    ],
  },
  en: {
    hits: ['No way.', "I don't know."],
    harmless: ['No problem at all', 'Sorry, not possible. We can exchange it instead.'],
  },
  ko: {
    hits: ['안 됩니다.', '불가합니다.'],
    harmless: ['안 되는 부분이 있으면 말씀해 주세요', '죄송하지만 안 됩니다.'],
  },
})
