const PATHS = {
  insert: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h7',
  edit: 'm3 13 .7-2.9L10.8 3a1.3 1.3 0 0 1 1.9 0l.3.3a1.3 1.3 0 0 1 0 1.9l-7.1 7.1z',
  rewrite: 'M8 2.5 9.3 6.7 13.5 8 9.3 9.3 8 13.5 6.7 9.3 2.5 8l4.2-1.3z',
  dismiss: 'm4 4 8 8m0-8-8 8',
  report: 'M4 14V2.5h8l-2 3 2 3H4',
  search: 'M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9Zm3.3-1.2 3.2 3.2',
  tick: 'm3 8.5 3.3 3.3L13 4.5',
} as const

/** A line drawing beside or in place of a word; what it stands for is said by the button around it. */
export function Icon({ of }: { of: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[of]} />
    </svg>
  )
}
