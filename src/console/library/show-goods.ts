import { tagOf } from '../language.ts'
import { useSession } from '../session.ts'

/** Prices and times as the reader writes them, in the store's currency and time zone. */
export function useShown(): { readonly money: (amount: number) => string; readonly time: (at: string) => string } {
  const { language, store } = useSession()
  const tag = tagOf(language)
  const { currency = 'CNY', timezone } = store ?? {}
  const money = new Intl.NumberFormat(tag, { style: 'currency', currency })
  const time = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
    ...(timezone ? { timeZone: timezone } : {}),
  })
  return { money: (amount) => money.format(amount), time: (at) => time.format(new Date(at)) }
}
