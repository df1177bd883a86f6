/**
 * `npm run setup:services`: finds the real programs that tests drive, or installs them (root on Debian), or says in one line what to install.
 * Chromium shows the console page, with fonts that can draw Chinese, Korean and emoji; openssl makes a certificate to try TLS with; PostgreSQL and Redis are
 * started by the tests themselves, on free ports and with throw-away data.
 */
import { execFileSync } from 'node:child_process'
import { isExecutable, onPath } from './on-path.ts'
import { findPostgres } from './postgres.ts'
import { findRedis } from './redis.ts'

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe', 'msedge.exe']
const OPENSSL = ['openssl', 'openssl.exe']

/** What tests need, with the Debian packages that bring it. */
const NEEDED = [
  { program: 'Chromium', find: findChromium, packages: ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'] },
  { program: 'openssl', find: findOpenssl, packages: ['openssl'] },
  { program: 'PostgreSQL', find: findPostgres, packages: ['postgresql'] },
  { program: 'Redis', find: findRedis, packages: ['redis-server'] },
]

/** The path of a Chromium that is installed, from `CHROMIUM` or the PATH. */
export function findChromium(): string | undefined {
  return process.env.CHROMIUM || onPath(CHROMIUM)
}

/** The path of an openssl that is installed, from the PATH. */
export function findOpenssl(): string | undefined {
  return onPath(OPENSSL)
}

function install(packages: readonly string[]): void {
  const apt = (...rest: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=180', '-qq', ...rest], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('update')
  apt('install', '-y', '--no-install-recommends', ...packages)
}

const missing = () => NEEDED.filter(({ find }) => !find())
const packages = () => missing().flatMap((needed) => needed.packages)

if (import.meta.main && missing().length > 0) {
  const canInstall = process.getuid?.() === 0 && isExecutable('/usr/bin/apt-get')
  if (canInstall) install(packages())
  if (missing().length > 0) {
    const programs = missing().map(({ program }) => program)
    console.error(
      `Tests need ${programs.join(' and ')}: apt-get install ${packages().join(' ')} (or set CHROMIUM to its path)`,
    )
    process.exit(1)
  }
}
