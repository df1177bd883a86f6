/**
 * `npm run setup:services`: finds the real programs that tests drive, or installs them (root on Debian), or says in one line what to install.
 * Today that is Chromium for the console page, with fonts that can draw Chinese, Korean and emoji.
 */
import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
const PACKAGES = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji']

/** The path of a Chromium that is installed, from `CHROMIUM` or the PATH. */
export function findChromium(): string | undefined {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function install(): void {
  const apt = (...rest: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=180', '-qq', ...rest], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...PACKAGES)
}

if (import.meta.main && !findChromium()) {
  const canInstall = process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')
  if (canInstall) install()
  if (!findChromium()) {
    console.error(`Tests need Chromium: apt-get install ${PACKAGES.join(' ')} (or set CHROMIUM to its path)`)
    process.exit(1)
  }
}
