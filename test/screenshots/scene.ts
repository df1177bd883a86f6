import type { Page } from 'playwright-core'

export type Language = 'zh' | 'en' | 'ko'

/** What a scene finds: the service with the demo store, and a page of another origin that the service lets in. */
export interface Stage {
  readonly page: Page
  readonly gateway: string
  readonly origin: string
  readonly language: Language
}

/** One picture, drawn in each of its settings in each of their languages, into `docs/images/<name>-<language>-<setting>.png`. */
export interface Scene {
  readonly name: string
  readonly settings: readonly Setting[]
  /** Brings the page to what is to be seen. Waits for what comes, never for time. */
  draw(stage: Stage): Promise<void>
}

export interface Setting {
  readonly name: string
  readonly scheme: 'light' | 'dark'
  readonly width: number
  readonly height: number
  /** Pixels of the picture per CSS pixel, 1 if absent. */
  readonly scale?: number
  /** Every one if absent. */
  readonly languages?: readonly Language[]
}
