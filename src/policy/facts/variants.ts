import type { State } from '../../protocol/index.ts'
import type { Variant } from '../card.ts'
import { formsOf, type Localised } from '../localised.ts'

type Said = State['slots'][string]

/** The variants that fit the colour, size and flavour a shopper asked for; `missing` when one of these is not made at all. */
export function chosenVariants(
  variants: readonly Variant[],
  slots: State['slots'],
): { variants: readonly Variant[]; missing: boolean } {
  let left = variants
  for (const [trait, fits] of TRAITS) {
    const said = slots[trait]
    // a product without this trait answers nothing about it
    if (!said || !variants.some((variant) => variant[trait] !== undefined)) continue
    left = left.filter((variant) => variant[trait] !== undefined && fits(variant[trait], said))
  }
  return { variants: left, missing: variants.length > 0 && left.length === 0 }
}

const TRAITS: readonly (readonly ['colour' | 'size' | 'flavour', (words: Localised, said: Said) => boolean])[] = [
  ['colour', matchesWords],
  ['flavour', matchesWords],
  [
    'size',
    (size, said) =>
      sizeKey(String(size)) === sizeKey(String(said.value)) || sizeKey(String(size)) === sizeKey(said.text),
  ],
]

/** 藏青 fits 藏青色, navy fits Navy; "white" is not off-white. */
export function matchesWords(words: Localised, said: Said): boolean {
  const asked = [plain(String(said.value)), plain(said.text)]
  return formsOf(words)
    .map(plain)
    .some((own) => asked.some((text) => own === text || within(own, text) || within(text, own)))
}

function plain(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/(?<=.)[色味]$/, '')
}

/** Chinese and Korean names of two characters and more stand inside longer ones (豆沙 in 红豆沙); Latin ones must be equal. */
function within(long: string, short: string): boolean {
  return short.length > 1 && !/[a-z]/.test(short) && long.includes(short)
}

/** `xxl`, `2XL码` and `XXL` are one size; `39码` and `EU39` too. */
function sizeKey(size: string): string {
  const bare = size.toUpperCase().replace(/码|号|SIZE|EU|\s|CM/g, '')
  return bare.replace(/^(\d)XL$/, (_, times: string) => `${'X'.repeat(Number(times))}L`)
}
