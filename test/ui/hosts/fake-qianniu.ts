import type { QianniuSdk } from '../../../src/ui/hosts/index.ts'

/** A desk of our own that answers as 千牛's SDK is documented to: calls come back later, in front is who was clicked last. */
export class FakeQianniu {
  front: { securityUID: string; bizDomain: string; user_nick: string } | undefined
  /** What stands in the reply box of each shopper. */
  readonly boxes = new Map<string, string>()
  /** Every call that was made, by name. */
  readonly calls: string[] = []
  isDeaf = false
  private readonly notifies: ((data: unknown) => void)[] = []

  readonly sdk: QianniuSdk = {
    application: {
      invoke: ({ cmd, param, success, error }) => {
        this.calls.push(cmd)
        if (this.isDeaf) return
        queueMicrotask(() => {
          if (cmd === 'getActiveUser') success(this.front ?? {})
          else if (typeof param.text !== 'string') error('text is missing')
          else {
            const to = String(param.securityUID)
            this.boxes.set(to, (this.boxes.get(to) ?? '') + param.text)
            success({})
          }
        })
      },
    },
    event: {
      regEvent: ({ notify, success }) => {
        this.notifies.push(notify)
        success()
      },
    },
  }

  click(name: string | undefined): void {
    this.front =
      name === undefined ? undefined : { securityUID: name, bizDomain: 'taobao', user_nick: `cntaobao${name}` }
    for (const notify of this.notifies) notify({ newContact: name })
  }
}

/** What of a panel a host needs. */
export class FakePanel extends EventTarget {
  source: import('../../../src/ui/source.ts').PanelSource | undefined
  conversation: { store?: string | undefined; channel?: string | undefined; conversationId: string } | undefined
  identify: (() => { conversationId: string } | undefined) | undefined
  /** What it is told of each draft. */
  readonly outcomes: Promise<string>[] = []

  /** Picks a suggestion as the panel does; true when somebody took the draft. */
  insert(text: string, conversation = this.conversation): boolean {
    const respondWith = (outcome: Promise<string>) => this.outcomes.push(outcome)
    const detail = { text, suggestionId: 's', turnId: 't', conversation, respondWith }
    return !this.dispatchEvent(new CustomEvent('huashu-insert', { detail, cancelable: true }))
  }
}
