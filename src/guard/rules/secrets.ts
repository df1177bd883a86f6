import { hiddenLearnedRule } from './word-rule.ts'

/** R105: never ask for a card number, a password or a code. */
export const secrets = hiddenLearnedRule('R105', 'block', 'secret_request', {
  zh: '不得索要卡号、密码、验证码、证件',
  en: 'asks for a card number, password or code',
  ko: '카드번호·비밀번호·인증번호를 요구합니다',
})
