import { examples } from '../shipped-guard.ts'

examples('R25', {
  zh: {
    hits: ['棉的夏天穿不闷，洗几次会软一点，晾的时候翻过来晒', '底部有充电口先长按三秒开机再连蓝牙'],
    harmless: ['亲，棉的夏天穿不闷，洗几次会软一点', '棉的哦，夏天穿不闷，洗几次会稍微软一点呢', '纯棉，不闷'],
  },
})
examples('R31', {
  zh: {
    hits: ['纯羊毛的', '能机洗', '有现货的'],
    harmless: ['好的收到', '没问题', '亲，能机洗', '能机洗哦', '要几件', '不客气的', '放心'],
  },
})
examples('R32', {
  zh: {
    hits: ['发链接，填地址，付款', '三百以内蓝色，五百以上黑色，自己挑'],
    harmless: ['您先点链接，再填地址，最后付款就可以了', '蓝色、黑色都有的呢', '链接发您了'],
  },
})
examples('R89', {
  zh: {
    hits: ['这款净水器是五级过滤的，安装时要预留插座和下水口，'.repeat(7)],
    harmless: ['这款净水器是五级过滤的', '第一步先打开订单\n'.repeat(20)],
  },
  en: {
    hits: ['This filter has five stages and needs a socket under the sink. '.repeat(9)],
    harmless: ['Five stages.'],
  },
  ko: {
    hits: ['이 정수기는 다섯 단계로 걸러 주고 설치할 때 콘센트가 필요해요. '.repeat(8)],
    harmless: ['다섯 단계예요.'],
  },
})
examples(
  'R118',
  {
    zh: {
      hits: ['您问得好。我们店开很多年了。客服都很专业。其实呢，可以折叠的'],
      harmless: ['可以折叠的。放床底也行。', '其实可以折叠的', '总之您放心'],
    },
  },
  { waiting: '能折叠吗' },
)
