/** Contractions that stand for one thing only; 's and 'd may be is, has, us, had or would. Before a pronoun the order would change (don't you). */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/\bI[’']m\b/g, 'I am'],
  [/\b(I|[Ww]e|[Yy]ou|[Tt]hey)[’']ve\b/g, '$1 have'],
  [/\b(I|[Ww]e|[Yy]ou|[Tt]hey|[Ii]t|[Tt]hat|[Tt]here)[’']ll\b/g, '$1 will'],
  [/\b([Ww]e|[Yy]ou|[Tt]hey)[’']re\b/g, '$1 are'],
  [/\b([Cc])an[’']t\b(?! (?:I|we|you|they|it)\b)/g, '$1annot'],
  [/\b([Ww])on[’']t\b(?! (?:I|we|you|they|it)\b)/g, '$1ill not'],
  [
    /\b([Dd]o|[Dd]oes|[Dd]id|[Ii]s|[Aa]re|[Ww]as|[Ww]ere|[Hh]ave|[Hh]as|[Hh]ad|[Ww]ould|[Cc]ould|[Ss]hould)n[’']t\b(?! (?:I|we|you|they|it|this|that|there)\b)/g,
    '$1 not',
  ],
]

/** English without contractions. */
export function formalEnglish(text: string): string {
  return PLAIN.reduce((said, [from, to]) => said.replace(from, to), text)
}
