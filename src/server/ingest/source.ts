import type { IncomingHttpHeaders } from 'node:http'
import { HuashuError } from '../../protocol/index.ts'
import type { Access } from '../access.ts'
import { mayTouch } from '../principal.ts'
import { mapChatwoot } from './chatwoot.ts'
import { CHATWOOT_SIGNING, type ChatwootSettings } from './chatwoot-settings.ts'
import type { Mapped } from './incoming.ts'
import { mapByRules } from './mapping.ts'
import type { MappingRecord } from './mapping-record.ts'
import type { Secrets } from './secrets.ts'
import { checkSignature, isSame, refused } from './signature.ts'

/** A webhook as it came, before anything of it is believed. */
export interface Knock {
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** The secret at the end of the address, if there is one. */
  readonly pathSecret: string | undefined
  /** Epoch milliseconds. */
  readonly now: number
  readonly access: Access
}

/** Where webhooks of one store come from. */
export interface Source {
  readonly store: string
  readonly platform: string
  readonly channel: string
  /** @throws HuashuError `unauthorized`, `forbidden` */
  authenticate(knock: Knock): void
  /** @throws HuashuError `bad_request` naming the field */
  read(body: unknown, now: number): Mapped
  /** True when a secret in the address is enough. */
  readonly isUnsigned: boolean
  /** Whether the platform gave this id to a message. */
  isPlatformId(id: string): boolean
  /** Only of Chatwoot: what calling it back needs. */
  readonly chatwoot?: ChatwootSettings & { readonly token: string | undefined }
}

export const CHATWOOT = 'chatwoot'

/** Webhooks of Chatwoot: signed, or on servers too old for that by a secret in the address. */
export function chatwootSource(store: string, settings: ChatwootSettings, secrets: Secrets): Source {
  return {
    store,
    platform: CHATWOOT,
    channel: settings.channel,
    isUnsigned: secrets.path !== undefined,
    authenticate({ headers, body, pathSecret, now }) {
      const isSigned = headers[CHATWOOT_SIGNING.header] !== undefined
      if (secrets.secret !== undefined && (isSigned || secrets.path === undefined))
        return checkSignature(CHATWOOT_SIGNING, secrets.secret, headers, body, now)
      if (secrets.path === undefined || pathSecret === undefined || !isSame(pathSecret, secrets.path))
        throw refused('neither signed nor at an address with the right secret')
    },
    read: (body, now) => mapChatwoot(body, settings, now),
    isPlatformId: (id) => /^\d+(?:\.\d+)?$/.test(id),
    chatwoot: { ...settings, token: secrets.token },
  }
}

/** Webhooks of a platform that a mapping describes. */
export function mappedSource(
  store: string,
  platform: string,
  { auth, channel, rules }: MappingRecord,
  secret = '',
): Source {
  return {
    store,
    platform,
    channel: channel ?? platform,
    isUnsigned: false,
    authenticate({ headers, body, now, access }) {
      if (auth.kind === 'hmac') return checkSignature(auth, secret, headers, body, now)
      if (auth.kind === 'bearer') {
        const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1]
        if (given === undefined || !isSame(given, secret))
          throw refused('a bearer secret is needed: that of this platform')
      } else if (!mayTouch(access.ofBearer(headers.authorization), store))
        throw new HuashuError('forbidden', `this key may not touch the store "${store}"`)
    },
    read: (body, now) => mapByRules(rules, body, now),
    // the mapping takes the ids of the platform as they are, whatever they look like
    isPlatformId: () => true,
  }
}
