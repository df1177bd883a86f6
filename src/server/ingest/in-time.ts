import { HuashuError } from '../../protocol/index.ts'

/** What `work` resolves to. @throws HuashuError `unavailable` when that takes longer than `ms`; the work goes on */
export async function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new HuashuError('unavailable', 'this could not be stored in time; send it again later')),
      ms,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
