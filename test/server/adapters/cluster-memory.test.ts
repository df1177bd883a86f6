import { createMemoryCluster } from '../../../src/server/adapters/cluster-memory.ts'
import { busConformance } from '../../conformance/bus.ts'
import { ownershipConformance } from '../../conformance/ownership.ts'
import { vaultConformance } from '../../conformance/vault.ts'

const open = async () => [createMemoryCluster({ now: Date.now })]
busConformance('of one process', async () => (await open()).map(({ bus }) => bus))
ownershipConformance('of one process', open)
vaultConformance('of one process', async () => (await open()).map(({ vault }) => vault))
