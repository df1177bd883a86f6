import type { Mood, State } from '../protocol/index.ts'
import { MARK } from './normalise.ts'
import { type Said, told } from './said.ts'

type Felt = Exclude<Mood, 'calm'>
type Feelings = Record<Felt, number>
type Held = Pick<State, 'mood' | 'heat'>

/** What a topic says of the mood by itself, times its confidence (playbook T12, T16, T20). */
const SOUNDS: Readonly<Record<string, Partial<Feelings>>> = {
  complaint_dispute: { angry: 0.62 },
  'complaint_dispute.waiting': { worried: 0.8 },
  quality_issue: { angry: 0.15 },
  'refund.compensate': { angry: 0.3 },
  'logistics_tracking.late': { worried: 0.8 },
  'logistics_tracking.lost': { worried: 0.8 },
  'logistics_tracking.not_received': { worried: 0.8 },
  'shipping_time.urge': { worried: 0.35 },
  'shipping_time.soon': { worried: 0.3 },
  'payment.problem': { worried: 0.3 },
  'acknowledgement.think': { hesitant: 0.8 },
  'recommendation.choice': { hesitant: 0.3 },
  'recommendation.either_or': { hesitant: 0.4 },
  'recommendation.undecidable': { hesitant: 0.4 },
  'product_info.value': { hesitant: 0.5 },
  'review_rating.praise': { happy: 0.8 },
  'thanks_bye.thanks': { happy: 0.62 },
}

/** Faces, which the matching form folds into one mark. */
const FACES: readonly (readonly [Felt, RegExp])[] = [
  ['angry', /[😠😡🤬👿💢😤🖕]|\[(?:生气|发怒|怒)\]/u],
  ['worried', /[😟😰😨😱😭😥😢😫]|\[(?:大哭|流泪|委屈|可怜)\]/u],
  ['happy', /[😀😃😄😁😊😍🥰😘🤗🎉👍💕🌹❤]|\[(?:玫瑰|爱心|强|鼓掌|大笑|呲牙|耶|感谢)\]/u],
]
const FACE = 0.6

const FELT = 0.5
/** ?? is a cry behind a few words, and a habit behind many. */
const SHORT = 8
const ASIDE = 0.2
/** Praise that forgives. */
const GLAD = 0.9
/** Below this heat the next plain line ends anger or worry. */
const COOL = 0.5
/** What of the heat is left after an agent's line: after an apology, after an answer, after another line. */
const SOOTHED = 0.4
const ANSWERED = 0.4
const SPOKEN = 0.8

/** The mood after a message on top of the mood before it, and how hot anger and worry are. */
export function moodAfter({ mood: before, heat = 1 }: Held, message: Said): Held {
  const feelings = feelingsOf(message)
  const { angry, worried, hesitant, happy } = feelings
  if (angry >= FELT && angry >= happy - 0.2) return { mood: 'angry', heat: 1 }
  const hot = before === 'angry' && heat >= COOL
  if (hot && (worried >= FELT || shouts(message.text))) return { mood: 'angry', heat: 1 }
  if (worried >= FELT && worried >= happy && worried >= hesitant) return { mood: 'worried', heat: 1 }
  if (hesitant >= FELT && hesitant > happy) return { mood: 'hesitant' }
  if (happy >= FELT) return { mood: before === 'angry' && happy < GLAD ? 'calm' : 'happy' }
  return (before === 'angry' || before === 'worried') && heat >= COOL ? { mood: before, heat } : { mood: 'calm' }
}

/** The same after an agent's line, which `holds` when it answers nothing: who was heard calms down with the next plain word (F21). */
export function moodCooled({ mood, heat = 1 }: Held, agentText: string, holds: boolean): Held {
  if (mood !== 'angry' && mood !== 'worried') return { mood }
  if (holds) return { mood, heat }
  if (mood === 'worried') return { mood, heat: heat * ANSWERED }
  return { mood, heat: heat * (SOOTHES.test(agentText.toLowerCase()) ? SOOTHED : SPOKEN) }
}

/** Apology and sympathy (playbook 3.8 APOL, EMPA). */
const SOOTHES =
  /抱歉|对不起|不好意思|歉意|添麻烦|带来不便|消消气|理解您|体谅|您的心情|sorry|apolog|understand (?:how|your|the|why)|죄송|사과드|불편을 드|양해|마음 이해|속상하/

function feelingsOf(message: Said): Feelings {
  const feelings: Feelings = {
    angry: told(message, 'angry') + told(message, 'insult'),
    worried: told(message, 'worried'),
    hesitant: told(message, 'hesitant'),
    happy: told(message, 'happy'),
  }
  for (const { name, family, confidence } of message.intents.slice(0, 2)) {
    for (const [felt, share] of Object.entries(SOUNDS[name] ?? SOUNDS[family] ?? {}) as [Felt, number][]) {
      feelings[felt] += share * confidence
    }
  }
  if (message.text.includes(MARK.emoji)) {
    for (const [felt, face] of FACES) if (face.test(message.original)) feelings[felt] += FACE
  }
  if (message.text.includes('??')) feelings.worried += message.text.length <= SHORT ? FELT : ASIDE
  return feelings
}

function shouts(text: string): boolean {
  return text.includes('??') || text.includes('!!')
}
