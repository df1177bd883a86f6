/**
 * How much each feature counts. A suggestion's score is the weighted sum of its features, so that every place in the list can be explained by naming
 * the largest terms. Learning may replace the numbers, never the names.
 */
export interface Weights {
  /** Chance that the script's intent is what the shopper means. */
  readonly intent: number
  /** Share of the script's very topic within the message. */
  readonly topic: number
  /** Words of the message found in the script. */
  readonly words: number
  /** True facts filled in: an answer with the store's figure beats one without. */
  readonly facts: number
  /** Asks for exactly what is missing. */
  readonly asks: number
  /** How much the tier moves the talk on: answer, ask, hold, close. */
  readonly tier: number
  /** Written for this stage, mood, haggling rung, event or first turn. */
  readonly situation: number
  /** Written for the very case the shopper's words name. */
  readonly cue: number
  /** What a flow of the playbook wants said where it stands. */
  readonly flow: number
  /** Written for what the shopper seems to be: an expert, a parent, in a hurry. */
  readonly type: number
  /** In the shopper's manner of speaking; below zero when it is too casual for a formal one. */
  readonly mirror: number
  /** Answers both of two questions. */
  readonly both: number
  /** Fits what the agent has typed so far. */
  readonly typed: number
  /** In the store's own words: it beats a pack's that fits as well, not one that knows more. */
  readonly own: number
  /** A duty (required script) of this moment. */
  readonly duty: number
  /** Already used in this talk. */
  readonly repeat: number
  /** How it has done with this store's agents; below zero when they pass it over. */
  readonly won: number
  /** Sent before in reply to messages like this one. */
  readonly near: number
}

export const WEIGHTS: Weights = {
  intent: 1,
  topic: 1.1,
  words: 0.25,
  facts: 0.45,
  asks: 0.25,
  tier: 0.5,
  situation: 0.3,
  cue: 0.45,
  flow: 0.25,
  type: 0.9,
  mirror: 0.2,
  both: 0.3,
  typed: 2,
  own: 0.3,
  duty: 1,
  repeat: -1.2,
  won: 0.5,
  near: 1,
}
