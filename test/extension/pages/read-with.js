// what a page tells by a description, for a test that runs the bundle of this file in that page
export { readPage, replyBoxOf } from '../../../src/extension/content/read-page.ts'
export { selfTest } from '../../../src/extension/content/self-test.ts'
export { deriveSite } from '../../../src/extension/picker/derive-site.ts'
