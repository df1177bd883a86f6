import type { Rule } from '../context.ts'

/** R105: never ask for a card number, a password or a code. */
export const secrets: Rule = {
  id: 'R105',
  level: 'block',
  says: {
    zh: '不得索要卡号、密码、验证码、证件',
    en: 'asks for a card number, password or code',
    ko: '카드번호·비밀번호·인증번호를 요구합니다',
  },
  find: (text) => text.disguisedHits('secret_request'),
}
