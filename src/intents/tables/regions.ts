/**
 * Places a parcel goes to. Key: the canonical region, which is the value of the slot; `also`: other names of the region; `places`: its
 * cities, well-known counties and districts. Names are separated by spaces, those that have a space are written with "_", and they stand without 省 / 市, which the reader accepts with them.
 */
export const REGIONS: Readonly<Record<string, { readonly also: string; readonly places: string }>> = {
  北京: { also: 'beijing 베이징', places: '海淀 丰台 通州 大兴 昌平 顺义 房山 石景山 门头沟 怀柔 密云 延庆' },
  天津: { also: 'tianjin 톈진', places: '滨海新区 塘沽 武清 宝坻 静海 蓟州' },
  上海: {
    also: 'shanghai 상하이',
    places: '浦东 徐汇 闵行 宝山区 嘉定 松江 青浦 奉贤 崇明 杨浦 虹口 普陀区 静安区 长宁区 黄浦区',
  },
  重庆: { also: 'chongqing 충칭', places: '渝北 渝中 江津 涪陵 合川 永川 沙坪坝 九龙坡 巴南 北碚 璧山' },
  河北: {
    also: 'hebei 허베이',
    places:
      '石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水 三河 燕郊 迁安 定州 辛集 任丘 霸州 涿州 遵化 武安 香河',
  },
  山西: {
    also: 'shanxi',
    places: '太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁 孝义 介休 侯马 平遥',
  },
  内蒙古: {
    also: '内蒙 inner_mongolia 내몽골',
    places: '呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒 阿拉善 锡林浩特 满洲里',
  },
  辽宁: {
    also: 'liaoning 랴오닝',
    places:
      '沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛 瓦房店 庄河 海城 兴城 dalian shenyang 다롄 선양',
  },
  吉林: { also: 'jilin', places: '长春 四平 辽源 通化 白山 松原 白城 延边 延吉 公主岭 敦化 珲春 梅河口' },
  黑龙江: {
    also: 'heilongjiang 헤이룽장',
    places:
      '哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭 绥芬河 五常 harbin 하얼빈',
  },
  江苏: {
    also: 'jiangsu 장쑤',
    places:
      '南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 张家港 常熟 太仓 江阴 宜兴 丹阳 句容 溧阳 如皋 启东 海门 海安 靖江 泰兴 仪征 高邮 东台 沭阳 邳州 新沂 nanjing suzhou wuxi 난징 쑤저우',
  },
  浙江: {
    also: 'zhejiang 저장성',
    places:
      '杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 诸暨 温岭 瑞安 乐清 桐乡 海宁 平湖 嘉善 海盐 德清 安吉 长兴 上虞 嵊州 东阳 永康 兰溪 奉化 象山 宁海 临海 玉环 苍南 平阳 萧山 余杭 富阳 临安 桐庐 柯桥 hangzhou ningbo wenzhou 항저우 닝보',
  },
  安徽: {
    also: 'anhui 안후이',
    places:
      '合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城 巢湖 桐城 天长 肥东 肥西 界首 hefei',
  },
  福建: {
    also: 'fujian 푸젠',
    places: '福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 南安 福清 长乐 安溪 福鼎 武夷山 xiamen fuzhou 샤먼',
  },
  江西: { also: 'jiangxi', places: '南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶 瑞金 丰城 樟树 婺源' },
  山东: {
    also: 'shandong 산둥',
    places:
      '济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 莱芜 即墨 胶州 寿光 滕州 诸城 邹城 龙口 莱州 章丘 曲阜 qingdao jinan 칭다오',
  },
  河南: {
    also: 'henan 허난',
    places:
      '郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店 济源 新郑 巩义 禹州 永城 浚县 固始 林州 登封 zhengzhou 정저우',
  },
  湖北: {
    also: 'hubei 후베이',
    places:
      '武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施 仙桃 潜江 天门 神农架 枣阳 大冶 麻城 赤壁 wuhan 우한',
  },
  湖南: {
    also: 'hunan 후난',
    places:
      '长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西 浏阳 宁乡 醴陵 耒阳 吉首 changsha 창사',
  },
  广东: {
    also: 'guangdong 광둥',
    places:
      '广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮 顺德 南海区 番禺 增城 普宁 台山 开平 英德 guangzhou shenzhen 광저우 dongguan foshan 선전',
  },
  广西: {
    also: 'guangxi 광시',
    places: '南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左 北流 桂平 guilin',
  },
  海南: { also: 'hainan 하이난', places: '海口 三亚 三沙 儋州 琼海 文昌 万宁 东方市 五指山 陵水 澄迈 sanya' },
  四川: {
    also: 'sichuan 쓰촨',
    places:
      '成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳 阿坝 甘孜 凉山 西昌 都江堰 简阳 双流 峨眉山 江油 chengdu chengdu 청두',
  },
  贵州: { also: 'guizhou 구이저우', places: '贵阳 六盘水 遵义 安顺 毕节 铜仁 黔东南 黔南 黔西南 凯里 都匀 兴义 仁怀' },
  云南: {
    also: 'yunnan 윈난',
    places:
      '昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄 红河州 文山 西双版纳 大理 德宏 怒江 迪庆 香格里拉 蒙自 个旧 kunming 쿤밍',
  },
  西藏: { also: 'tibet 티베트 티벳', places: '拉萨 日喀则 昌都 林芝 山南 那曲 阿里 lhasa 라싸' },
  陕西: { also: 'shaanxi', places: '西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛 韩城 神木 xian 시안' },
  甘肃: { also: 'gansu 간쑤', places: '兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏 甘南 敦煌' },
  青海: { also: 'qinghai 칭하이', places: '西宁 海东 海北州 黄南州 海南州 果洛 玉树 海西州 格尔木' },
  宁夏: { also: 'ningxia 닝샤', places: '银川 石嘴山 吴忠 固原 中卫' },
  新疆: {
    also: 'xinjiang 신장',
    places:
      '乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉 博尔塔拉 库尔勒 巴音郭楞 阿克苏 喀什 和田 伊犁 伊宁 塔城 阿勒泰 石河子 阿拉尔 图木舒克 五家渠 奎屯 urumqi 우루무치',
  },
  香港: { also: 'hong_kong hongkong 홍콩', places: '九龙 新界 铜锣湾 kowloon' },
  澳门: { also: 'macau macao 마카오', places: '' },
  台湾: { also: 'taiwan 대만', places: '台北 新北 桃园市 台中 台南 高雄 新竹 基隆 花莲 taipei 타이베이' },
  江浙沪: { also: '江浙沪皖 包邮区', places: '' },
  东三省: { also: '东北三省 东三省', places: '' },
  美国: {
    also: 'usa us u.s. u.s.a. america united_states the_states 미국',
    places:
      '纽约 洛杉矶 旧金山 加州 西雅图 alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky ' +
      'louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ' +
      'ohio oklahoma oregon pennsylvania rhode_island south_carolina south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming puerto_rico guam ' +
      'nyc brooklyn chicago seattle boston houston dallas austin miami atlanta denver portland philadelphia san_francisco san_diego los_angeles las_vegas ' +
      '뉴욕 캘리포니아 텍사스 하와이 괌 시애틀 로스앤젤레스 샌프란시스코 시카고 보스턴',
  },
  英国: {
    also: 'uk u.k. britain great_britain united_kingdom 영국',
    places:
      '伦敦 england scotland wales northern_ireland london manchester birmingham liverpool leeds bristol glasgow edinburgh cardiff belfast sheffield newcastle 런던 맨체스터',
  },
  加拿大: {
    also: 'canada 캐나다',
    places:
      '多伦多 温哥华 alberta british_columbia manitoba new_brunswick newfoundland labrador nova_scotia ontario prince_edward_island quebec saskatchewan yukon nunavut northwest_territories ' +
      'toronto vancouver montreal calgary edmonton ottawa winnipeg halifax 토론토 밴쿠버',
  },
  澳大利亚: {
    also: '澳洲 australia 호주',
    places:
      '悉尼 墨尔本 sydney melbourne brisbane perth adelaide canberra tasmania queensland new_south_wales 시드니 멜버른 브리즈번',
  },
  新西兰: { also: 'new_zealand 뉴질랜드', places: '奥克兰 auckland wellington christchurch' },
  日本: { also: 'japan 일본', places: '东京 大阪 京都 tokyo osaka kyoto 도쿄 오사카 교토 후쿠오카 나고야 삿포로' },
  韩国: {
    also: 'korea south_korea 한국',
    places:
      '首尔 釜山 济州岛 seoul busan incheon daegu jeju 서울 부산 대구 인천 광주 대전 울산 세종 경기 강원 충북 충남 충청 충청북도 충청남도 전북 전남 전라 전라북도 전라남도 ' +
      '경북 경남 경상 경상북도 경상남도 제주 제주도 울릉도 수원 성남 고양 용인 부천 안산 안양 화성 평택 파주 김포 남양주 의정부 창원 김해 진주 청주 충주 전주 군산 익산 천안 아산 포항 구미 경주 여수 순천 목포 춘천 원주 강릉 속초 거제 서귀포 분당 일산 판교',
  },
  新加坡: { also: 'singapore 싱가포르', places: '' },
  马来西亚: { also: '大马 malaysia 말레이시아', places: '吉隆坡 槟城 kuala_lumpur penang' },
  泰国: { also: 'thailand 태국', places: '曼谷 bangkok 방콕' },
  越南: { also: 'vietnam 베트남', places: '胡志明 河内 hanoi ho_chi_minh_city 하노이 호치민 다낭' },
  德国: { also: 'germany 독일', places: '柏林 慕尼黑 berlin munich hamburg frankfurt cologne 베를린' },
  法国: { also: 'france 프랑스', places: '巴黎 paris lyon marseille 파리' },
  意大利: { also: 'italy 이탈리아', places: '米兰 罗马 milan rome' },
  西班牙: { also: 'spain 스페인', places: '马德里 巴塞罗那 madrid barcelona' },
  荷兰: { also: 'netherlands holland 네덜란드', places: 'amsterdam' },
  爱尔兰: { also: 'ireland 아일랜드', places: '都柏林 dublin' },
  俄罗斯: { also: 'russia 러시아', places: '莫斯科' },
  印度: { also: 'india 인도', places: 'mumbai delhi' },
  菲律宾: { also: 'philippines 필리핀', places: '马尼拉' },
  印尼: { also: '印度尼西亚 indonesia 인도네시아', places: 'jakarta' },
  墨西哥: { also: 'mexico 멕시코', places: '' },
  巴西: { also: 'brazil 브라질', places: '' },
  迪拜: { also: 'dubai uae 阿联酋 두바이', places: 'abu_dhabi' },
  葡萄牙: { also: 'portugal 포르투갈', places: 'lisbon' },
  比利时: { also: 'belgium 벨기에', places: 'brussels' },
  瑞士: { also: 'switzerland 스위스', places: 'zurich geneva' },
  奥地利: { also: 'austria 오스트리아', places: 'vienna' },
  瑞典: { also: 'sweden 스웨덴', places: 'stockholm' },
  挪威: { also: 'norway 노르웨이', places: 'oslo' },
  丹麦: { also: 'denmark 덴마크', places: 'copenhagen' },
  芬兰: { also: 'finland 핀란드', places: 'helsinki' },
  波兰: { also: 'poland 폴란드', places: 'warsaw' },
  捷克: { also: 'czech_republic czechia 체코', places: 'prague' },
  希腊: { also: 'greece 그리스', places: 'athens' },
  土耳其: { also: 'turkey 튀르키예', places: 'istanbul' },
  乌克兰: { also: 'ukraine 우크라이나', places: 'kyiv' },
  以色列: { also: 'israel 이스라엘', places: 'tel_aviv' },
  沙特阿拉伯: { also: '沙特 saudi_arabia 사우디', places: 'riyadh jeddah' },
  南非: { also: 'south_africa', places: 'cape_town johannesburg' },
  尼日利亚: { also: 'nigeria', places: 'lagos' },
  智利: { also: 'chile 칠레', places: 'santiago' },
  阿根廷: { also: 'argentina 아르헨티나', places: 'buenos_aires' },
  哥伦比亚: { also: 'colombia', places: '' },
  秘鲁: { also: 'peru 페루', places: '' },
  柬埔寨: { also: 'cambodia 캄보디아', places: '' },
  蒙古: { also: 'mongolia 몽골', places: '' },
}

/** Names that are everyday words or goods as well: they count only where the sentence sends something there or says 市 / 那边. */
export const DOUBTFUL_PLACES = new Set(
  '开封 白银 阿里 安康 大同 日照 来宾 大理 长治 朝阳 玉树 和田 中山 黄山 仙桃 天门 海门 海安 南安 平阳 吉安 安顺 文山 山南 海东 永康 安吉 大兴 合川 长兴 长乐 宁海 象山 天长 新界 九龙 大马 五常 德宏 安溪 普洱 武夷山 福鼎 文昌 章丘 婺源 包邮区 경기 고양 전남 perth wales paris turkey austin wellington washington virginia georgia rome peru labrador cologne brussels santiago 瑞士 希腊 土耳其 智利 哥伦比亚 秘鲁 挪威 丹麦 比利时 인도 화성 아산 구미 경상 진주 충청 전라 파리 그리스 사우디 신장 시안 선전 윈난 yunnan xian 칭다오 qingdao 蒙古'.split(
    ' ',
  ),
)
