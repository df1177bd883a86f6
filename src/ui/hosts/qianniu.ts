import type { Contact, Host } from './host.ts'

/** The only calls that are made of the desk's SDK: who is in front, and a draft into the reply box. */
type Command = 'getActiveUser' | 'insertText2Inputbox'

interface Invocation {
  readonly cmd: Command
  readonly param: Readonly<Record<string, unknown>>
  readonly success: (answer: unknown) => void
  readonly error: (message: unknown) => void
}

/** What is used of `QN`, the global of 千牛's plug-in SDK (`https://g.alicdn.com/sj/qn/jssdk.js`) in a page that 千牛 shows beside its chat. */
export interface QianniuSdk {
  readonly application: { invoke(invocation: Invocation): void }
  readonly event: {
    regEvent(registration: {
      readonly eventId: 'wangwang.active_contact_changed'
      readonly notify: (data: unknown) => void
      readonly success: () => void
      readonly error: (message: unknown) => void
    }): void
  }
}

/** What 千牛 tells of a shopper. Since nicknames went, `securityUID` within a `bizDomain` names them; older versions tell the nickname alone. */
interface QianniuContact extends Contact {
  readonly securityUID?: string
  readonly bizDomain: string
  readonly uid?: string
}

/** The desk does not answer a call it does not know. */
const PATIENCE_MS = 3_000

/** 千牛 as a host: it tells who is in front and takes drafts, but gives no text. */
export function createQianniuHost(qn: QianniuSdk, patienceMs = PATIENCE_MS): Host {
  const listeners = new Set<(contact: Contact | undefined) => void>()
  let isRegistered = false
  let changes = 0

  function invoke(cmd: Command, param: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const fail = (message: unknown) => {
        clearTimeout(late)
        reject(new Error(`千牛 ${cmd}: ${typeof message === 'string' ? message : JSON.stringify(message)}`))
      }
      const late = setTimeout(() => fail('no answer'), patienceMs)
      const success = (answer: unknown) => {
        clearTimeout(late)
        resolve(answer)
      }
      qn.application.invoke({ cmd, param, success, error: fail })
    })
  }

  /** Asked anew each time: what the desk tells of a change names the shopper in words of its own from version to version. */
  const activeContact = async () => contactOf(await invoke('getActiveUser'))

  function register(): void {
    if (isRegistered) return
    isRegistered = true
    const again = () => {
      isRegistered = false
    }
    const notify = () => {
      changes += 1
      const change = changes
      const tell = (contact: Contact | undefined) => {
        // an answer that was overtaken by the next change tells nothing
        if (change === changes) for (const listener of [...listeners]) listener(contact)
      }
      // where it is not known who is in front, nothing may be inserted for the one before
      activeContact().then(tell, () => tell(undefined))
    }
    qn.event.regEvent({ eventId: 'wangwang.active_contact_changed', notify, success: () => undefined, error: again })
  }

  return {
    channel: 'taobao',
    activeContact,
    onActiveContact(listener) {
      listeners.add(listener)
      register()
      return () => void listeners.delete(listener)
    },
    async insertDraft(contact, text) {
      // read at the very moment: a draft must never come to another shopper
      const now = await activeContact()
      if (!now || now.id !== contact.id) return 'elsewhere'
      const { uid = '', securityUID, bizDomain } = now
      await invoke('insertText2Inputbox', { uid, ...(securityUID ? { securityUID, bizDomain } : {}), text, type: 0 })
      return 'inserted'
    },
  }
}

function contactOf(answer: unknown): QianniuContact | undefined {
  const told = (typeof answer === 'object' && answer !== null ? answer : {}) as Readonly<Record<string, unknown>>
  const text = (...names: string[]) =>
    names.map((name) => told[name]).find((one) => typeof one === 'string' && one !== '')
  const securityUID = text('securityUID', 'security_uid') as string | undefined
  const bizDomain = (text('bizDomain', 'biz_domain') ?? 'taobao') as string
  const uid = text('uid', 'user_nick', 'nick') as string | undefined
  const id = securityUID === undefined ? uid : `${bizDomain}:${securityUID}`
  if (id === undefined) return undefined
  return {
    id,
    bizDomain,
    ...(securityUID === undefined ? {} : { securityUID }),
    ...(uid === undefined ? {} : { uid, name: uid.replace(/^cntaobao/, '') }),
  }
}
