import type { Redis } from 'ioredis'
import { RECENT } from '../../conversation.ts'

/** How long things stay in Redis, in milliseconds. */
export const TTL = {
  /** A node that has not been heard of for so long is gone. */
  presence: 5_000,
  /** What a node has in memory is confirmed before (`CONFIRM_MS`). */
  owner: 3_600_000,
  talk: 1_800_000,
  /** Longer than any socket is away: numbering must not begin again under one epoch. */
  numbering: 86_400_000,
} as const

/** What a node does in one step. None of them can be cut short by another node. */
export const SCRIPTS = {
  /** Says that the node lives, and agrees on the epoch: keys presence, epoch; arguments presence ttl, an epoch if there is none -> [was known, epoch] */
  hsBeat: {
    numberOfKeys: 2,
    lua: `
local known = redis.call('SET', KEYS[1], '1', 'PX', ARGV[1], 'GET')
redis.call('SET', KEYS[2], ARGV[2], 'NX')
return { known and 1 or 0, redis.call('GET', KEYS[2]) }`,
  },
  /**
   * Takes a conversation that is free, one's own or of a node that is gone: keys owner, talk, seq, recent; arguments node, prefix of presence keys, owner
   * ttl, the owner to take it from even though it lives or '' -> [owner before or '', who has it now, seq, talk, recent…]
   */
  hsClaim: {
    numberOfKeys: 4,
    lua: `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] and owner ~= ARGV[4] and redis.call('EXISTS', ARGV[2] .. owner) == 1 then return { owner, owner } end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[3])
local left = { owner or '', ARGV[1], redis.call('GET', KEYS[3]) or '', redis.call('GET', KEYS[2]) or '' }
redis.call('DEL', KEYS[2])
for _, push in ipairs(redis.call('LRANGE', KEYS[4], 0, -1)) do left[#left + 1] = push end
return left`,
  },
  /**
   * Lets go of a conversation: keys owner, talk, seq; arguments node, next owner or '', talk or '', seq or '', ttls of owner, talk and numbering. Does nothing when
   * it is another's.
   */
  hsRelease: {
    numberOfKeys: 3,
    lua: `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
if ARGV[2] == '' then redis.call('DEL', KEYS[1]) else redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[5]) end
if ARGV[3] ~= '' then redis.call('SET', KEYS[2], ARGV[3], 'PX', ARGV[6]) end
if ARGV[4] ~= '' and tonumber(ARGV[4]) > tonumber(redis.call('GET', KEYS[3]) or '0') then redis.call('SET', KEYS[3], ARGV[4], 'PX', ARGV[7]) end
return 1`,
  },
  /** Says again that these are one's own, where nobody says otherwise: keys owner…; arguments node, owner ttl -> 0 for each that is another's */
  hsConfirm: {
    lua: `
local mine = {}
for i, key in ipairs(KEYS) do
  local owner = redis.call('GET', key)
  if owner and owner ~= ARGV[1] then mine[i] = 0 else redis.call('SET', key, ARGV[1], 'PX', ARGV[2]); mine[i] = 1 end
end
return mine`,
  },
  /**
   * Numbers a push, keeps it and tells the others: keys owner, seq, recent; arguments node, seq, push, channel, ttls of owner, numbering and talk -> 0 when
   * another node has the conversation: nothing was done.
   */
  hsPublish: {
    numberOfKeys: 3,
    lua: `
local owner = redis.call('GET', KEYS[1])
if owner and owner ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[5])
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[6])
redis.call('RPUSH', KEYS[3], ARGV[3])
redis.call('LTRIM', KEYS[3], -${RECENT}, -1)
redis.call('PEXPIRE', KEYS[3], ARGV[7])
redis.call('PUBLISH', ARGV[4], ARGV[3])
return 1`,
  },
  /** One more: key; argument ttl of the first -> count */
  hsCount: {
    numberOfKeys: 1,
    lua: `
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
return count`,
  },
} as const

type Argument = string | number | Buffer

/** A connection that knows the scripts. */
export interface Commands
  extends Pick<
    Redis,
    'del' | 'get' | 'getBuffer' | 'getdel' | 'lrangeBuffer' | 'publish' | 'pubsub' | 'scanStream' | 'set'
  > {
  hsBeat(...args: Argument[]): Promise<[number, string]>
  hsClaimBuffer(...args: Argument[]): Promise<Buffer[]>
  hsRelease(...args: Argument[]): Promise<number>
  /** The first argument says how many keys follow. */
  hsConfirm(...args: Argument[]): Promise<number[]>
  hsPublish(...args: Argument[]): Promise<number>
  hsCount(...args: Argument[]): Promise<number>
}
