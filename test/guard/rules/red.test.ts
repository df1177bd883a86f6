import { examples } from '../shipped-guard.ts'

examples('R19', {
  zh: {
    hits: ['这是高仿的', '精仿质量好', '高 仿', 'A货来的', '高·仿', '莆田鞋', '１：１复刻', '可以刷单'],
    harmless: ['这不是高仿', '拒绝刷单', '高仿真花束', '补水货品', '我们没有A货', '水洗标在侧边', '仿真花很好看'],
  },
  en: {
    hits: ['This is a replica', 'High quality knock-off'],
    harmless: ['We never sell replicas', 'Made of faux leather'],
  },
  ko: { hits: ['짝퉁이에요', '미러급 제품입니다'], harmless: ['짝퉁 아닙니다', '인조가죽입니다'] },
})
