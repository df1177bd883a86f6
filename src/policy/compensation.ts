import type { Role } from '../protocol/index.ts'
import type { Line } from './localised.ts'
import { formatFen, toFen } from './money.ts'

/** In the store's currency: what everybody may offer, or what each role may; `agent` stands for roles that are not named. */
export type CompensationLimit = number | { readonly [R in Role]?: number | undefined }

/** `ok`: may be offered; `ask`: beyond what these roles may, somebody above decides. `limitFen` is what they may offer in this case. */
export interface Compensation {
  readonly state: 'ok' | 'ask'
  readonly limitFen: number
  readonly why: Line
}

/**
 * What may be offered for a trouble without asking (playbook 7.5): the highest limit of the roles held, never more than was paid. Without a limit
 * in the policy nothing may be.
 */
export function compensation(
  limit: CompensationLimit | undefined,
  roles: readonly Role[],
  wantedFen: number,
  paidFen: number | undefined,
  currency: string,
): Compensation {
  const own = compensationFen(limit, roles)
  const limitFen = Math.min(own, paidFen ?? own)
  const may = (locale: 'zh' | 'en' | 'ko') => formatFen(limitFen, currency, locale)
  return {
    state: wantedFen <= limitFen ? 'ok' : 'ask',
    limitFen,
    why: {
      zh: `您的补偿权限为${may('zh')}，超出请主管定`,
      en: `you may offer up to ${may('en')}, a lead decides beyond`,
      ko: `보상 권한 ${may('ko')}, 초과는 책임자 결정`,
    },
  }
}

/** What these roles may offer in any case: the highest limit of them. */
export function compensationFen(limit: CompensationLimit | undefined, roles: readonly Role[]): number {
  return Math.max(0, ...roles.map((role) => toFen(limitOf(limit, role))))
}

function limitOf(limit: CompensationLimit | undefined, role: Role): number {
  if (typeof limit === 'number' || limit === undefined) return limit ?? 0
  return limit[role] ?? limit.agent ?? 0
}
