import type { Tables } from './table.ts'

const zh = {
  waiting: '顾客发来消息后，这里会出现建议回复',
  pair_code: '输入话术控制台里的六位配对码',
  pair_go: '配对',
  pair_failed: '配对码不对或已过期',
  unreachable: '连不上服务',
}
export const CHATWOOT: Tables<typeof zh> = {
  zh,
  en: {
    waiting: 'Suggested replies appear here when the shopper writes',
    pair_code: 'Six-digit pairing code of your Huashu console',
    pair_go: 'Pair',
    pair_failed: 'This code is wrong or too old',
    unreachable: 'The service cannot be reached',
  },
  ko: {
    waiting: '고객이 메시지를 보내면 추천 답변이 나타나요',
    pair_code: 'Huashu 콘솔의 여섯 자리 연결 코드',
    pair_go: '연결',
    pair_failed: '코드가 틀렸거나 만료됐어요',
    unreachable: '서비스에 연결할 수 없어요',
  },
}
