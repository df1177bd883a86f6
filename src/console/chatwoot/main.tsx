import { render } from 'preact'
import { browserLanguage, tagOf } from '../language.ts'
import { Beside } from './beside.tsx'
import '../styles/base.css'
import '../styles/answer.css'
import '../styles/chatwoot.css'

const language = browserLanguage()
document.documentElement.lang = tagOf(language)
render(<Beside language={language} />, document.getElementById('app')!)
