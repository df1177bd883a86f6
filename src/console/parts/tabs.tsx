import { hrefOf, type Page } from '../router.ts'

interface TabsProps {
  readonly page: Page
  readonly at: string
  /** What each part of the page is called. */
  readonly tabs: Readonly<Record<string, string>>
}

/** The parts of a page, each with an address of its own. */
export function Tabs({ page, at, tabs }: TabsProps) {
  return (
    <nav class="tabs" aria-label={Object.values(tabs).join(', ')}>
      {Object.entries(tabs).map(([part, says]) => (
        <a key={part} href={hrefOf(page, part)} aria-current={part === at ? 'true' : undefined}>
          {says}
        </a>
      ))}
    </nav>
  )
}
