import { Option } from 'commander'

/** `--locale zh|en|ko`. */
export function localeOption(says: string): Option {
  return new Option('--locale <locale>', says).choices(['zh', 'en', 'ko'])
}
