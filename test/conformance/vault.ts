import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { Vault } from '../../src/server/ports.ts'

/** What every vault does; `open` gives the vaults of the processes of one cluster. */
export function vaultConformance(name: string, open: () => Promise<readonly Vault[]>): void {
  describe(`the vault ${name}`, () => {
    test('gives a thing out once, to whichever process asks first', async () => {
      const vaults = await open()
      await vaults[0]!.put('ticket', 'a', '值', 60_000)
      const given = await Promise.all([...vaults, ...vaults].map((vault) => vault.take('ticket', 'a')))
      expect(given.filter((value) => value !== undefined)).toEqual(['值'])
    })

    test('shows a thing as often as one looks, until it is taken out', async () => {
      const vaults = await open()
      await vaults[0]!.put('panel', 'a', '值', 60_000)
      const shown = await Promise.all([...vaults, ...vaults].map((vault) => vault.look('panel', 'a')))
      expect(new Set(shown)).toEqual(new Set(['值']))
      expect(await vaults.at(-1)!.look('ticket', 'a')).toBeUndefined()
      await vaults[0]!.take('panel', 'a')
      for (const vault of vaults) expect(await vault.look('panel', 'a')).toBeUndefined()
    })

    test('gives out nothing under another name or kind, nor what is too old', async () => {
      const vaults = await open()
      const last = vaults.at(-1)!
      await vaults[0]!.put('ticket', 'a', '1', 60_000)
      await vaults[0]!.put('ticket', 'old', '2', 20)
      expect([await last.take('pairing', 'a'), await last.take('ticket', 'b')]).toEqual([undefined, undefined])
      await wait(60)
      expect(await last.take('ticket', 'old')).toBeUndefined()
    })

    test('counts over all processes, anew after a while, and clears one kind', async () => {
      const vaults = await open()
      const last = vaults.at(-1)!
      expect([await vaults[0]!.count('pairing', 60_000), await last.count('pairing', 60_000)]).toEqual([1, 2])
      await vaults[0]!.put('pairing', 'a', '1', 60_000)
      await vaults[0]!.put('ticket', 'a', '2', 60_000)
      await last.clear('pairing')
      expect(await last.count('pairing', 20)).toBe(1)
      await wait(60)
      expect(await last.count('pairing', 20)).toBe(1)
      expect([await vaults[0]!.take('pairing', 'a'), await vaults[0]!.take('ticket', 'a')]).toEqual([undefined, '2'])
    })
  })
}
