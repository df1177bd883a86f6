/** Longer expressions that contain a word of another table without meaning it; the reader takes the longest, so these hide it. */
export const DECOYS = (
  '西湖藕粉 桂花藕粉 冲藕粉 藕粉羹 藕粉怎么 菜鸟驿站 邮政编码 邮政储蓄 大红袍 大红枣 大红豆 大红花 大红灯笼 黑白配 云南白药 长沙发多少 长沙发套 长沙发垫 长沙发罩 长沙发巾 长沙发怎么 长沙发有 ' +
  '一路顺风 祝顺风 顺风车 万事顺风 开封了 已开封 未开封 没开封 北京时间 海南岛上 红包 网红的 分红的 明白的 坦白的 清白的 表白的 洗白的 空白的 ' +
  '直白的 中国邮 中山装 四川话 上海话 广东话 德州扒鸡 金华火腿 哈密瓜 普洱茶 白银色 东北大板 日本人 日照时间 大理石 和田玉 和田枣 山西老陈醋 ' +
  '库尔勒香梨 南京路 北京路 上海路 印度人 blackfriday black-friday white-label green-tea blue-tooth black_friday white_label green_tea black_tea white_tea red_tea red_wine white_wine ' +
  'ups_n_downs ups_and_downs ups_&_downs red_flag blue_tooth blue_light gold_standard green_light white_noise black_pepper red_pepper green_onion brown_rice brown_sugar white_rice black_bean red_bean orange_juice cream_cheese ice_cream ' +
  'sf영화 cj제일제당 cj온스타일 cj몰 씨제이몰 롯데월드 롯데마트 롯데카드 롯데백화점 롯데리아 롯데온 롯데몰 롯데호텔 롯데시네마 블랙컨슈머 블랙리스트 블랙프라이데이 블랙박스 블랙핑크 ' +
  '레드와인 화이트와인 레드오션 블루오션 블루투스 화이트데이 화이트보드 그린피스 골드회원 골드등급 골드미스 실버회원 실버등급 실버타운 오리지널리티 초콜릿색 초코색 전남친 ' +
  '绿色食品 绿色包装 亮色系列 京东商城 韩国瑜 ' +
  '哈尔滨红肠 武汉鸭脖 新疆棉 长春花 不甜的 不咸的 是甜的吗 是咸的吗 特辣的吗 不辣的吗 宝贝详情 宝贝页面 宝贝链接 商家宝贝'
).split(' ')
