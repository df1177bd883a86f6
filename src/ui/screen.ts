import { h, render } from 'preact'
import type { Locale } from '../protocol/index.ts'
import { REACTION_MS } from './painted.ts'
import { type Grips, Panel } from './views/panel.tsx'
import type { Ui } from './views/ui.ts'
import type { Language } from './words/language.ts'
import { speak } from './words/speak.ts'

export interface ScreenParts {
  readonly root: ShadowRoot
  locale(): Locale
  limit(): number
  ui(language: Language): Ui
}

const SECOND_MS = 1_000

/** Draws the panel: once for all that changed in one go, in the language of the page as soon as its words are there, and anew as time passes. */
export class Screen {
  /** Lets the page move the focus into the panel, once it is drawn. */
  grips: Grips | undefined
  private readonly parts: ScreenParts
  private readonly tick = setInterval(() => this.draw(), SECOND_MS)
  private language: Language | undefined
  /** The language last asked for. */
  private asked: Locale | undefined
  private isDue = false
  private isClosed = false

  constructor(parts: ScreenParts) {
    this.parts = parts
  }

  draw(): void {
    if (this.isDue) return
    this.isDue = true
    queueMicrotask(() => {
      this.isDue = false
      if (this.isClosed) return
      this.speak(this.parts.locale())
      if (this.language) this.paint(this.language)
    })
  }

  close(): void {
    this.isClosed = true
    clearInterval(this.tick)
    render(null, this.parts.root)
  }

  private speak(locale: Locale): void {
    if (this.asked === locale) return
    this.asked = locale
    void speak(locale, (language) => {
      if (this.asked !== locale) return
      this.language = language
      this.draw()
    })
  }

  private paint(language: Language): void {
    const { root, limit, ui: uiIn } = this.parts
    const ui = uiIn(language)
    render(h(Panel, { ui, limit: limit(), grips: this.take }), root)
    if (ui.desk.isFresh()) setTimeout(() => this.draw(), REACTION_MS)
  }

  private readonly take = (grips: Grips): void => {
    this.grips = grips
  }
}
