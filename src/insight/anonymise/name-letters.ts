/** Letters that given names are made of; two of them behind a surname are seldom anything else. */
export const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞刚桂英华玉兰春红辉建国志晨曦佳宜露家豪然洁子轩浩宇欣怡涵梓雨泽萱睿诗雅婷慧颖琳琪瑶璐莹倩雪梅晓东振海波鹏飞龙斌鑫宁峰健文博俊凯翔旭阳帆航昊天嘉思彤佩珊蕾薇妍菲蓉燕凤琴珍莲香月云霖恒毅诚德仁义礼智贤祥瑞福永胜利民卫兵'
export const GIVEN_KO =
  '민서지현우준호은영수진하윤혜연성재원경미정희아유나동훈철승태상인선주빈예채린소율다온세라솔찬규석환욱범근식용기종광병창길남숙순자옥란향건'
/** Capitals inside an English sentence that name nobody. */
export const CAPITALS =
  'Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December|Christmas|Easter|Black|China|Chinese|Korea|Korean|English|UK|US|USA|EU|London|New|San|Los|Las|Hong|North|South|West|East|Great|Saint|St|Paris|PayPal|Visa|Mastercard|Amazon|Google|Apple|DHL|UPS|FedEx|USPS|Royal|Post|OK|Hi|Hello|Thanks|Thank|Please|The|Is|It|Can|Do|Does|How|What|When|Where|Which|Why|My|Your|If|And|But|Or|So|No|Yes'
