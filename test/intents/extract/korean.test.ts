import { describe, expect, test } from 'vitest'
import { extract } from '../../../src/intents/extract.ts'
import { AT, read } from './read.ts'

const ko = (text: string, expects?: Parameters<typeof extract>[1]['expects']) =>
  read(text, { locale: 'ko', ...(expects && { expects }) })

describe('bodies and sizes', () => {
  test.each([
    ['엘 사이즈', ['size=L']],
    ['라지 있나요', ['size=L']],
    ['투엑스라지', ['size=2XL']],
    ['상의 55 하의는 66 입어요', ['size=55', 'size=66']],
    ['110호 살까요', ['size=110']],
    ['245 가야하나', ['size=245']],
    ['240mm 재고 있나요', ['size=240']],
    ['발 길이 240mm', ['foot_length=24']],
    ['허리 73cm인데 28이랑 29 고민', ['waist=73', 'size=28', 'size=29']],
    ['7개월 아기 8.5kg', ['age=7 month', 'weight=8.5 kg']],
    ['네살 키 104 17키로', ['age=4 year', 'height=104', 'weight=17 kg']],
    ['165에 58인데 뭐 입어요', ['height=165', 'weight=58 kg']],
    ['172에 70이요', ['height=172', 'weight=70 kg']],
    ['딸이 120에 22키로인데', ['height=120', 'weight=22 kg']],
    ['9키로 아기 기저귀', ['weight=9 kg']],
  ])('%s', (text, expected) => expect(ko(text)).toEqual(expected))

  test('bare answers', () => {
    expect(ko('245요', ['size'])).toEqual(['size=245'])
    expect(ko('28 38', ['waist', 'hip'])).toEqual(['waist=71.12', 'hip=96.52'])
    expect(ko('3만원쯤?', ['budget'])).toEqual(['budget=30000 KRW'])
  })

  test.each([
    '색이 달라지나요',
    '사라지면 어떡해요',
    '프리미엄 라인',
    '21호 쿠션',
    'S자 고리',
    '초코쿠키 165개',
    '신발 세 켤레',
    '3개월 동안 썼어요',
    '160에 30개 주문',
  ])('no body or size: %s', (text) =>
    expect(ko(text).filter((found) => /size|height|foot|age/.test(found))).toEqual([]),
  )
})

describe('numbers in words', () => {
  test.each([
    ['오천원만 깎아주세요', ['price=-5000 KRW']],
    ['만이천원', ['price=12000 KRW']],
    ['이만 오천원', ['price=25000 KRW']],
    ['3만 5천원', ['price=35000 KRW']],
    ['예산은 5만원 정도', ['budget=50000 KRW']],
    ['3만원 안쪽으로', ['budget=30000 KRW']],
    ['하나만 추가할게요', ['quantity=1']],
    ['열흘 안에', ['duration=10 day']],
    ['일주일째', ['duration=7 day']],
  ])('%s', (text, expected) => expect(ko(text)).toEqual(expected))

  test.each([
    '하나도 안 맞아요',
    '둘 다 예뻐요',
    '한 박스면 몇 개입이에요',
    '7만원 이상 무료배송',
    '면 100프로',
    '좋은 하루 되세요',
    '회원 혜택',
    '하루에 두 번',
  ])('nothing: %s', (text) => expect(ko(text)).toEqual([]))
})

describe('codes, people and places', () => {
  const parts = (text: string) =>
    extract(text, { locale: 'ko', at: AT }).map(({ slot, text: written }) => `${slot}:${written}`)

  test.each([
    ['송장 끝자리 7742', ['tracking_no:7742']],
    ['카드 끝번호 4417이랑 8031', ['bank_card:4417', 'bank_card:8031']],
    ['전화 뒷자리 6620', ['phone:6620']],
    ['CJ대한통운 651820394471', ['courier:CJ대한통운', 'tracking_no:651820394471']],
    ['성함 이도윤', ['recipient:이도윤']],
    ['부산 해운대구 은하로 45 101동 1203호로', ['region:부산', 'address:해운대구 은하로 45 101동 1203호']],
    ['220동 701호', ['address:220동 701호']],
    ['호주 시드니로', ['region:호주 시드니']],
    [
      'https://smartstore.naver.com/a/products/8830471925',
      ['product_ref:https://smartstore.naver.com/a/products/8830471925'],
    ],
    ['언니한테 보낼건데', ['receiver:언니']],
    ['민트맛 말고 민트색', ['flavour:민트맛', 'colour:민트색']],
    ['22일에 결제한 주문', ['date:22일']],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected))

  test('a day before a payment is in the past', () => expect(ko('22일에 결제했어요')).toEqual(['date=2026-10-22']))

  test.each([
    '받는사람 수정',
    '우체국 갔다올게요',
    '롯데월드 근처예요',
    '제주 감귤칩',
    '레드와인 얼룩',
    '골드회원 혜택',
    '엄마가 별로래요',
    '고양이가 싫어해요',
  ])('nothing: %s', (text) => expect(parts(text)).toEqual([]))
})
