/** Longer expressions that contain a word of another table without meaning it; the reader takes the longest, so these hide it. */
export const DECOYS = (
  '一路顺风 祝顺风 顺风车 万事顺风 开封了 已开封 未开封 没开封 北京时间 海南岛上 红包 网红的 分红的 明白的 坦白的 清白的 表白的 洗白的 空白的 ' +
  '直白的 中国邮 中山装 四川话 上海话 广东话 德州扒鸡 金华火腿 哈密瓜 普洱茶 白银色 东北大板 日本人 日照时间 大理石 和田玉 和田枣 山西老陈醋 ' +
  '库尔勒香梨 南京路 北京路 上海路 印度人 blackfriday black-friday white-label green-tea blue-tooth 绿色食品 绿色包装 亮色系列 京东商城 韩国瑜 ' +
  '哈尔滨红肠 武汉鸭脖 新疆棉 长春花 不甜的 不咸的 是甜的吗 是咸的吗 特辣的吗 不辣的吗 宝贝详情 宝贝页面 宝贝链接 商家宝贝'
).split(' ')
