import { z } from 'zod'
import { LIMITS } from './limits.ts'

/** Lone surrogates and null bytes can neither be stored nor shown: they are refused by name rather than silently changed. */
const storable = (text: string) => text.isWellFormed() && !text.includes('\u0000')
const STORABLE = 'must not contain null bytes or lone surrogates'

export const Id = z.string().min(1).max(LIMITS.idChars).refine(storable, STORABLE)
export const Text = z
  .string()
  .max(LIMITS.textChars, `longer than ${LIMITS.textChars} characters`)
  .refine(storable, STORABLE)
export const Timestamp = z.iso.datetime({ offset: true })
export const Locale = z.enum(['zh', 'en', 'ko']).meta({ id: 'Locale' })
export type Locale = z.infer<typeof Locale>
/** BCP 47 tags are accepted from clients and cut to the language we write in. */
export const LocaleTag = z
  .string()
  .max(35)
  .transform((tag, ctx) => {
    const language = tag.slice(0, 2).toLowerCase()
    if (language === 'zh' || language === 'en' || language === 'ko') return language
    ctx.addIssue({ code: 'custom', message: `unknown language "${tag}": zh, en or ko` })
    return z.NEVER
  })
  .meta({ id: 'LocaleTag' })

export const Channel = z.string().min(1).max(40)
export const Money = z
  .object({ amount: z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/), currency: z.string().length(3) })
  .meta({ id: 'Money' })
export type Money = z.infer<typeof Money>
export const Role = z.enum(['agent', 'aftersale', 'reviewer', 'lead', 'admin']).meta({ id: 'Role' })
export type Role = z.infer<typeof Role>
export const AgentRef = z.object({ id: Id, name: z.string().max(80).optional() }).meta({ id: 'AgentRef' })
