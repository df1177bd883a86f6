import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTemplate, translateVariables } from '../../../src/scripts/index.ts'
import { dirtyText } from './phrases.ts'

test.each([
  ['好的{{ticket.requester.name}}', '好的{{shopper.name}}', []],
  ['Hi {{contact.name}}, {{ ticket.assignee.name }} here', 'Hi {{shopper.name}}, {{agent}} here', []],
  ['您的单号是{单号}', '您的单号是{{order.tracking}}', []],
  ['Now {price} each', 'Now {{product.price}} each', []],
  ['只要¥{价格}元哦', '只要{{product.price}}哦', []],
  ['#订单号# 已发', '{{order.no}} 已发', []],
  ['Hello [[name]] %{agent}', 'Hello {{shopper.name}} {{agent}}', []],
  ['找{小二}哦', '找【小二】哦', ['{小二}']],
  ['{{shop}}欢迎您', '{{shop}}欢迎您', []],
  ['笑脸{^_^', '笑脸^_^', []],
  ['#1 好货', '#1 好货', []],
])('%s -> %s', (text, template, unmapped) => {
  expect(translateVariables(text)).toMatchObject({ template, unmapped })
})

test('whatever is translated is a template', () => {
  const text = fc.array(
    fc.oneof(dirtyText, fc.string(), fc.constantFrom('{', '}', '{{', '}}', '{{name}}', '[[', '#订单号#')),
  )
  fc.assert(fc.property(text, (pieces) => void parseTemplate(translateVariables(pieces.join('')).template)))
})
