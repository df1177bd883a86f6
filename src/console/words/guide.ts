import type { Locale } from '../../protocol/index.ts'
import type { Tables } from './table.ts'

const zh = {
  title: '一分钟看懂',
  step: '第 {n} 步，共 {of} 步',
  next: '下一步',
  done: '自己试试',
  skip: '跳过导览',
  size: '顾客还在打字，建议已经出来了：尺码按商品的尺码表算好，不用等，也没有编造。',
  size_click: '点一条建议，就等于客服把它发出。只会进入聊天，服务自己从不发送消息。',
  haggle: '顾客讲价。建议先稳住价格、给理由；每一条下面都写着为什么推荐它。',
  haggle_again: '再讲一次，话术不会重复，议价轮次也跟着走：看右下的“对话状态”。',
  angry: '顾客生气了。先安抚、再解决，承诺只按店铺规则给；要人做的事列为待办。',
  end: '就是这样。下面可以同时开几个会话，自己扮演顾客。',
}
export const GUIDE: Tables<typeof zh> = {
  zh,
  en: {
    title: 'In one minute',
    step: 'Step {n} of {of}',
    next: 'Next',
    done: 'Try it yourself',
    skip: 'Skip the tour',
    size: 'The shopper is still typing and the replies are there: the size comes from the chart of the product. No wait, nothing made up.',
    size_click: 'Clicking a suggestion sends it as the agent. The service itself never sends anything.',
    haggle:
      'The shopper haggles. The replies hold the price first and give reasons; under each one it says why it is there.',
    haggle_again:
      'Asked once more, nothing is repeated, and the haggling round is counted: see “Where the talk stands”.',
    angry:
      'The shopper is angry. First calm, then solve; only what the store promises is promised, and what a person must do is a to-do.',
    end: 'That is all. Open several conversations side by side and play the shopper yourself.',
  },
  ko: {
    title: '1분이면 알 수 있어요',
    step: '{of}단계 중 {n}단계',
    next: '다음',
    done: '직접 해 보기',
    skip: '둘러보기 건너뛰기',
    size: '고객이 입력하는 동안 추천이 이미 나와요. 사이즈는 상품의 사이즈표로 계산해요. 기다림도, 지어낸 말도 없어요.',
    size_click: '추천을 누르면 상담원이 보낸 것이 돼요. 서비스가 스스로 메시지를 보내는 일은 없어요.',
    haggle: '고객이 흥정해요. 추천은 먼저 가격을 지키며 이유를 들고, 왜 추천하는지 아래에 적혀 있어요.',
    haggle_again: '다시 물어도 같은 말을 되풀이하지 않고 흥정 횟수도 세요. ‘대화 상태’를 보세요.',
    angry: '고객이 화났어요. 먼저 달래고 해결하며, 매장 규칙에 있는 것만 약속해요. 사람이 할 일은 할 일로 적어요.',
    end: '여기까지예요. 여러 대화를 나란히 열고 직접 고객이 되어 보세요.',
  },
}

/** What the shopper of the tour types, and what happens at each step. */
export interface GuideStep {
  readonly says: keyof typeof zh
  /** Typed, letter by letter. */
  readonly types?: string
  /** The shopper has sent it and the agent takes the first suggestion. */
  readonly picks?: true
  /** A new talk begins. */
  readonly fresh?: true
  readonly order?: string
}

const stepsWith = (size: string, cheaper: string, again: string, angry: string): readonly GuideStep[] => [
  { says: 'size', types: size, fresh: true },
  { says: 'size_click', picks: true },
  { says: 'haggle', types: cheaper },
  { says: 'haggle_again', picks: true, types: again },
  { says: 'angry', types: angry, fresh: true, order: 'delivered' },
  { says: 'end' },
]

export const GUIDE_STEPS: Readonly<Record<Locale, readonly GuideStep[]>> = {
  zh: stepsWith('165 110斤穿什么码', '能便宜点吗', '太贵了 别家都便宜', '什么破质量，洗一次就破洞了，气死我了'),
  en: stepsWith(
    'I am 165cm and 55kg, which size?',
    'can you do it cheaper?',
    'too expensive, others are cheaper',
    'terrible quality, there is a hole after one wash, I am furious',
  ),
  ko: stepsWith(
    '165에 55kg인데 사이즈 뭐 사야 해요?',
    '좀 깎아 주세요',
    '너무 비싸요 다른 데는 더 싼데',
    '한 번 빨았는데 구멍 났어요 너무 화나요',
  ),
}
