import { createTimers } from '../../../src/server/adapters/jobs-timers.ts'
import { createLogger } from '../../../src/server/observe.ts'
import { jobsConformance } from '../../conformance/jobs.ts'

jobsConformance('timers', () => createTimers({ now: Date.now }, createLogger('silent')))
