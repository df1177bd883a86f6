/** Where a sentence ends: at its mark, or, as many agents write none, at a particle before the next address. */
const BETWEEN = /(?<=[。！!？?；;~～\n])|(?<=[哦呢哈啦的了嗯])(?=亲(?!自|手|子)|客官|[您你]好)/u

/**
 * What of an agent's line answers a question of `family`: from the first to the last sentence that is about it; the whole line when none is. What comes with
 * every answer ("请核对收货地址") is left off so.
 */
export function pertinent(line: string, family: string, topicOf: (sentence: string) => string): string {
  const sentences = line.split(BETWEEN)
  if (sentences.length === 1) return line
  const isAbout = (sentence: string) => topicOf(sentence).split('.')[0] === family
  const first = sentences.findIndex(isAbout)
  return first < 0
    ? line
    : sentences
        .slice(first, sentences.findLastIndex(isAbout) + 1)
        .join('')
        .trim()
}
