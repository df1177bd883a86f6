import type { Tables } from './table.ts'

const zh = { copy: '复制', copied: '已复制', not_copied: '复制不了，请手动选中' }
export const COPY: Tables<typeof zh> = {
  zh,
  en: { copy: 'Copy', copied: 'Copied', not_copied: 'Cannot copy: please select it yourself' },
  ko: { copy: '복사', copied: '복사됨', not_copied: '복사할 수 없어요. 직접 선택해 주세요' },
}
