/** Goods that are counted in 块, which is money before anything else: "两块肥皂". */
export const PIECES =
  /^\s?(?:布|肉|糖|巧克力|饼|毛巾|豆腐|手表|肥皂|香皂|皂|面膜|瓷砖|砖|[地坐靠]垫|垫子|蛋糕|面包|姜|[地毛]毯|抹布|海绵|电池|月饼|[尿奶]布|洗碗布|奶酪|牛排|鸡胸|橡皮|木板|玻璃|[洗擦]|披萨|腊肉|[牛羊猪]肉|茶[砖饼]|洗脸巾|隔尿)/
