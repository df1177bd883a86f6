export {
  type AnonymiseDeps,
  type AnonymousChat,
  anonymiseChat,
  type Doubt,
  type LoggedChat,
  type LoggedLine,
} from './anonymise-chat.ts'
export { namesOf } from './names-of.ts'
export { reviewOf } from './review-of.ts'
export { type Secret, secretsOfFacts } from './secrets-of-facts.ts'
