import { examples } from '../shipped-guard.ts'

examples('R105', {
  zh: {
    hits: [
      '把验证码发我',
      '提供一下银行卡号',
      '您的支付密码是多少',
      '麻烦您把收到的验证码提供一下',
      '告诉我登录密码',
      '身份证号发一下',
    ],
    harmless: [
      '请不要把验证码告诉任何人',
      '我们不会索要密码',
      '按提示输入支付密码就好',
      '密码锁款',
      '忘记密码可以在页面重置',
      '卡片发您了',
    ],
  },
  en: {
    hits: ['Please send me your card number', 'Tell me the verification code'],
    harmless: ['Never share your password with anyone', 'We will send you the size card'],
  },
  ko: {
    hits: ['카드번호 알려 주세요', '인증번호를 보내 주세요'],
    harmless: ['비밀번호는 절대 요구하지 않습니다', '인증번호를 공유하지 마세요'],
  },
})
