import type { Clock, Cluster } from '../ports.ts'
import { createRedisBus } from './bus-redis.ts'
import { createRedisNews } from './news-redis.ts'
import { createRedisOwnership } from './ownership-redis.ts'
import { type LinkOptions, openRedisLink } from './redis/link.ts'
import { createRedisShelf } from './shelf-redis.ts'
import { createRedisSurvey } from './survey-redis.ts'
import { createMemoryVault } from './vault-memory.ts'
import { createRedisVault } from './vault-redis.ts'

/** The nodes that share a Redis (7 or newer, not a Redis Cluster). One that cannot reach it goes on by itself and joins when it can. */
export async function openRedisCluster(options: LinkOptions, clock: Clock): Promise<Cluster> {
  const link = await openRedisLink(options)
  const bus = createRedisBus(link)
  const news = createRedisNews(link)
  const ownership = createRedisOwnership(link, bus)
  return {
    bus: {
      ...bus,
      async close() {
        await bus.close()
        news.close()
        ownership.close()
        await link.close()
      },
    },
    ownership,
    news,
    vault: createRedisVault(link, createMemoryVault(clock)),
    shelf: createRedisShelf(link),
    survey: createRedisSurvey(link),
  }
}
