import type { Config } from '../config.ts'

/**
 * Tells the gateways that share a Redis that something in the database was edited, as one of them would. Nobody has to hear it: gateways look by themselves,
 * a little later.
 */
export async function announceEdits({ redisUrl }: Pick<Config, 'redisUrl'>): Promise<void> {
  if (!redisUrl) return
  // loaded only here: what speaks to Redis takes a part of the start
  const { openRedisLink } = await import('../adapters/redis/link.ts')
  const { createRedisNews } = await import('../adapters/news-redis.ts')
  const link = await openRedisLink({ url: redisUrl, failed: () => undefined })
  const news = createRedisNews(link)
  news.announce('documents', {})
  news.close()
  await link.close()
}
