import type { Tables } from './table.ts'

const zh = {
  title: '话术会怎么说',
  locale: '语种',
  present: '现在',
  changed_to: '改后',
  changed: '{all} 条话术里有 {n} 条说法不同，下面各场景举一例。',
  same: '所有话术的说法都不变。',
  blocked: '换成这个口吻后会被检查拦下：',
  loading: '正在套用到全部话术……',
}
export const VOICE: Tables<typeof zh> = {
  zh,
  en: {
    title: 'How scripts will sound',
    locale: 'Language',
    present: 'Now',
    changed_to: 'Then',
    changed: '{n} of {all} scripts will be worded otherwise; one of each situation is shown.',
    same: 'All scripts stay as they are worded.',
    blocked: 'The guard would hold these back in this voice:',
    loading: 'Trying the voice on every script…',
  },
  ko: {
    title: '답변이 이렇게 바뀌어요',
    locale: '언어',
    present: '지금',
    changed_to: '바꾼 뒤',
    changed: '답변 {all}개 가운데 {n}개의 표현이 달라져요. 상황마다 하나씩 보여 드려요.',
    same: '모든 답변의 표현이 그대로예요.',
    blocked: '이 말투로는 검사에 걸리는 답변:',
    loading: '모든 답변에 말투를 적용해 보고 있어요…',
  },
}
