import type { Locale } from '../protocol/index.ts'
import * as en from './names/en.ts'
import * as ko from './names/ko.ts'
import * as zh from './names/zh.ts'

type Names = Readonly<Record<Locale, Readonly<Record<string, string>>>>

/** Names of the wire's intent families, by language, for pages that show more than one. */
export const FAMILIES: Names = { zh: zh.FAMILIES, en: en.FAMILIES, ko: ko.FAMILIES }
/** Names of the acts that a reply leaves to the agent. */
export const ACTIONS: Names = { zh: zh.ACTIONS, en: en.ACTIONS, ko: ko.ACTIONS }
/** Tiers of suggestions, stages and moods. */
export const STATES = { zh: zh.STATES, en: en.STATES, ko: ko.STATES }
