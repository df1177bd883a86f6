import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { EPOCH, NODES } from './keys.ts'
import { type Commands, SCRIPTS, TTL } from './scripts.ts'

/** What a process does when it is cut off from the others and when it is back. */
export interface LinkEvents {
  joined?(): void
  lost?(): void
  /** It stood still for so long that the others have taken it for gone, and may have taken what it had. */
  lapsed?(): void
}

/** This process as a node of a cluster: it lives as long as Redis hears from it. */
export interface RedisLink {
  readonly node: string
  /** False while Redis cannot be reached. */
  readonly isJoined: boolean
  /** False when this process stood still for so long that others may have taken it for gone. */
  readonly isSure: boolean
  /** The cluster's; before the first joining one's own. */
  readonly epoch: string
  readonly commands: Commands
  /** Listens on a channel, now and after each joining. Resolves once Redis has heard it, or will with the next joining. */
  hear(channel: string, listener: (message: Buffer) => void): Promise<void>
  unhear(channel: string): void
  attend(events: LinkEvents): void
  /** Resolves when it is known whether this process is joined and sure, or alone. */
  settled(): Promise<void>
  close(): Promise<void>
}

const BEAT_MS = 1_000
/** A Redis that has not answered for so long is lost. */
const SILENT_MS = 1_500
/** Before the others take this node for gone it is unsure itself. */
const LEASE_MS = TTL.presence - 1_000

const OPTIONS = {
  // what cannot be sent at once is not sent later: by then it is no longer true
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  retryStrategy: (times: number) => Math.min(25 * 2 ** times, 1_000),
  connectTimeout: 2_000,
  lazyConnect: true,
}

export interface LinkOptions {
  readonly url: string
  /** Told when Redis could not be used, and why. */
  readonly failed: (error: unknown) => void
}

/** Joins the cluster; when Redis cannot be reached the process begins alone and goes on trying. */
export async function openRedisLink({ url, failed: tell }: LinkOptions): Promise<RedisLink> {
  const node = randomBytes(9).toString('base64url')
  const commands = new Redis(url, { ...OPTIONS, scripts: SCRIPTS }) as Redis & Commands
  const listening = new Redis(url, OPTIONS)
  const channels = new Map<string, (message: Buffer) => void>()
  const attending: LinkEvents[] = []
  let isJoined = false
  let isClosed = false
  let leaseUntil = 0
  let epoch = randomBytes(6).toString('base64url')
  let joining: Promise<void> | undefined
  let told = ''

  /** Once per outage, not with each of many tries. */
  function failed(error: unknown): void {
    const said = String(error)
    if (said !== told) tell(error)
    told = said
  }

  const isConnected = () => commands.status === 'ready' && listening.status === 'ready'

  async function beat(): Promise<void> {
    const sentAt = performance.now()
    const wanted = randomBytes(6).toString('base64url')
    const said = await inTime(commands.hsBeat(NODES + node, EPOCH, TTL.presence, wanted))
    if (isJoined && said[0] === 0) for (const events of attending) events.lapsed?.()
    leaseUntil = sentAt + LEASE_MS
    if (said[1] === epoch) return
    // the cluster's memory is another than before: all numbering is new
    if (isJoined) lose()
    epoch = said[1]
  }

  async function join(): Promise<void> {
    if (channels.size > 0) await inTime(listening.subscribe(...channels.keys()))
    await beat()
    if (isJoined || isClosed || !isConnected()) return
    isJoined = true
    told = ''
    for (const events of attending) events.joined?.()
  }

  function tryToJoin(): Promise<void> {
    joining ??= join()
      .catch(reconnect)
      .finally(() => {
        joining = undefined
      })
    return joining
  }

  function lose(): void {
    if (!isJoined) return
    isJoined = false
    for (const events of attending) events.lost?.()
  }

  function reconnect(error: unknown): void {
    if (isClosed) return
    failed(error)
    lose()
    // one that is silent may hang for long; a new connection shows
    for (const connection of [commands, listening]) if (connection.status === 'ready') connection.disconnect(true)
  }

  for (const connection of [commands as Redis, listening]) {
    connection
      .on('error', failed)
      .on('close', lose)
      .on('ready', () => void (isConnected() && tryToJoin()))
    connection.connect().catch(() => undefined)
  }
  listening.on('messageBuffer', (channel: Buffer, message: Buffer) => channels.get(channel.toString())?.(message))
  const timer = setInterval(() => {
    if (isJoined) beat().catch(reconnect)
    else if (isConnected()) void tryToJoin()
  }, BEAT_MS)
  timer.unref()

  const link: RedisLink = {
    node,
    commands,
    get isJoined() {
      return isJoined
    },
    get isSure() {
      return performance.now() < leaseUntil
    },
    get epoch() {
      return epoch
    },
    async hear(channel, listener) {
      channels.set(channel, listener)
      if (listening.status === 'ready') await listening.subscribe(channel).catch(() => undefined)
    },
    unhear(channel) {
      channels.delete(channel)
      if (listening.status === 'ready') listening.unsubscribe(channel).catch(() => undefined)
    },
    attend: (events) => void attending.push(events),
    async settled() {
      if (isJoined && !link.isSure) await beat().catch(reconnect)
    },
    async close() {
      isClosed = true
      clearInterval(timer)
      if (isJoined) await inTime(commands.del(NODES + node)).catch(() => undefined)
      isJoined = false
      commands.disconnect()
      listening.disconnect()
    },
  }
  const patience = performance.now() + SILENT_MS
  while (!isJoined && performance.now() < patience) await wait(10)
  return link
}

/** @throws Error when Redis is silent */
function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout
  const silent = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis does not answer')), SILENT_MS)
  })
  return Promise.race([answer, silent]).finally(() => clearTimeout(timer))
}
