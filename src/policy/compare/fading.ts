import { formsOf, say } from '../localised.ts'
import type { Finding, Matter, Reading } from './asked.ts'

const FADES =
  /掉色|褪色|退色|串色|染色|浮色|\bfad(?:e|es|ing)\b|colou?rs? (?:run|bleed|come off)|\bbleed|물 ?빠|이염|탈색|색 ?빠|색이 빠/
const SAYS = { zh: '掉色', en: 'colour loss', ko: '물빠짐' }

/** A card names the colours that may bleed (R11); of the others it promises nothing. */
export const fading: Matter = ({ text }, reading) => {
  const hit = FADES.exec(text)
  return hit
    ? [{ matter: 'fading', at: hit.index + hit[0].length, says: SAYS, judge: () => mayFade(reading, text) }]
    : []
}

function mayFade({ card, locale }: Reading, text: string): Finding {
  const asked = card.variants.flatMap(({ colour }) => (colour === undefined ? [] : [colour]))
  const named = asked.filter((colour) =>
    formsOf(colour).some((form) => text.includes(form.replace(/色$/, '').toLowerCase())),
  )
  const among = named.length > 0 ? named : asked
  const dark = among.filter((colour) => formsOf(colour).some((form) => card.dark.includes(form)))
  const names = [...new Set(dark.flatMap((colour) => say(colour, locale) ?? []))]
  if (names.length === 0) return { state: 'unknown' }
  const list = names.join(locale === 'zh' ? '、' : ', ')
  const shown = {
    zh: `${list}前几次洗可能有点浮色`,
    en: `${list} may lose a little colour in the first washes`,
    ko: `${list} 색상은 처음 몇 번 세탁 시 물빠짐이 있을 수 있어요`,
  }[locale]
  return { state: 'yes', field: 'colourFast', shown }
}
