import { examples } from '../shipped-guard.ts'

examples('R85', {
  zh: {
    hits: [
      '退款原因选不喜欢',
      '理由请写拍错了',
      '不要选质量问题',
      '原因改成七天无理由',
      '别选描述不符',
      '选不想要就可以',
      '理由那里您填多拍',
      '还是选其他原因吧',
    ],
    harmless: [
      '退款原因您如实选择就好',
      '请问退款原因是什么呢',
      '按实际情况选就可以',
      '原因我帮您查',
      '选好颜色再拍',
      '继续看雨伞还是选其他的款',
      '退款申请提交后我这边处理',
    ],
  },
  en: {
    hits: ['Please choose "changed my mind"', "Don't select quality problem"],
    harmless: ['Please choose the reason that applies', 'What is the reason for the return'],
  },
  ko: {
    hits: ['사유는 단순변심으로 선택해 주세요', '불량은 선택하지 마세요'],
    harmless: ['사유는 실제 내용으로 선택해 주세요', '환불 사유를 여쭤봐도 될까요'],
  },
})
