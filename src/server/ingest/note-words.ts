import type { Locale, Tier } from '../../protocol/index.ts'

type Words = Readonly<Record<Tier | 'title' | 'update' | 'why' | 'todo' | 'gloss', string>>

/** The words around the suggestions of a note, in the agent's language. */
export const NOTE_WORDS: Readonly<Record<Locale, Words>> = {
  zh: {
    title: '建议回复（仅客服可见）',
    update: '以这条为准',
    answer: '回答',
    ask: '询问',
    hold: '稳住',
    close: '收尾',
    why: '理由',
    todo: '待办',
    gloss: '意思',
  },
  en: {
    title: 'Suggested replies (only agents see this)',
    update: 'instead of the note before',
    answer: 'Answer',
    ask: 'Ask',
    hold: 'Hold',
    close: 'Close',
    why: 'why',
    todo: 'to do',
    gloss: 'meaning',
  },
  ko: {
    title: '추천 답변 (상담원만 볼 수 있음)',
    update: '이전 메모 대신',
    answer: '답변',
    ask: '질문',
    hold: '대기',
    close: '마무리',
    why: '이유',
    todo: '할 일',
    gloss: '뜻',
  },
}
