/**
 * Characters that pinyin keyboards and southern ears take for one another: the same syllable, or one that differs in the tone, in zh/z, ch/c,
 * sh/s, n/l, or in -n/-ng. Pairs that turn a request into its opposite (买卖) and numerals are left out.
 */
const GROUPS = `
在再载 的得地 吗嘛码马 哪那拿 几机级 寄记 发法罚 货获或 做作坐 有又右 带戴代袋 件见建 色涩 退推腿 换还欢 钱前浅 邮油由 单但 订定 收手首 号好 质制之 量亮
裤库酷 裙群 尺吃齿 寸存村 小晓 穿传船 快块筷 递地第 到道倒 什甚神 没每美 便变 宜以易 会回惠 价加架 送颂 礼里理 付复副 款宽 支知直只 宝保包 贝被备 亲请轻
是事试适 身生声 今经金 这者着 找早照 蓝兰男 您宁 样养洋 想像向 怎整 能冷 给改该 高搞 重中种 长常场 短断段 白百 黑嘿 红洪 绿旅 治质 毛猫 起器气 修休
坏怀 破泼 少烧 错挫 开凯 票漂 店点电 问文闻 题提 客可 服福 活火 动懂 券劝 满慢 减剪简 免面 费非 运韵 顺瞬 丰风封 圆元员 通同 查茶差 询寻 物务 流留
址指 评平 图途 片骗 用永 过果 洗喜 缩所 掉吊 线现先 厚后候 薄博 大打 合和盒 胖旁 瘦受 腰要 肩间 等登 急及极 明名 天添 拍排 选宣 够购 说锁 话化 谢写 烦犯
吧把 装庄 味为 新心 鲜先 多朵 买埋 上尚 个各 家加 就旧 下夏 去趣 别憋 贵跪 真针 放房 自字 补布
`

/** What a character is mistaken for; absent when nothing sounds like it. */
export const HOMOPHONES: ReadonlyMap<string, readonly string[]> = (() => {
  const alike = new Map<string, string[]>()
  for (const group of GROUPS.trim().split(/\s+/))
    for (const from of group) for (const to of group) if (from !== to) alike.set(from, [...(alike.get(from) ?? []), to])
  return alike
})()
