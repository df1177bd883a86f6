export { type Bridge, type BridgeOptions, createBridgeHost, createJingmaiHost } from './bridge.ts'
export { type ConnectOptions, connectHost, type HostConnection, type PanelElement } from './connect-host.ts'
export type { Contact, Drafted, Host } from './host.ts'
export { createQianniuHost, type QianniuSdk } from './qianniu.ts'
