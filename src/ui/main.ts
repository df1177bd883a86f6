import { definePanel } from './element.ts'

definePanel()
