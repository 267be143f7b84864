/** Wording in which personal data is recognised and hidden; see mask-text.ts. */

/** In place of a name, a number, a door. */
export const mask = '×';

/** Family names of one character that people in letters have most often, and of two. */
const single = [
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蔡蒋余于',
  '杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶',
  '黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤',
].join('');
const family = `(?:欧阳|上官|司马|诸葛|皇甫|令狐|慕容|[${single}])`;

const lead = [
  '我叫|本人叫|名叫|姓名[是为：:]?|联系人[是为：:]?|来信人[：:]?|户主[是为：:]?|法人[是为：:]?',
  '老板叫?|邻居叫?',
].join('|');

/** What stands before a name: 我叫…, 姓名：…, 邻居… ; the name follows in two or three characters. */
export const namedAfter = new RegExp(`((?:${lead})\\s*)(${family}\\p{Script=Han}{1,2})`, 'gu');

const titles = '先生|女士|小姐|书记|局长|科长|主任|村长|队长|校长|医生|老师|师傅|阿姨|大爷|大妈';

/** What stands after a name: …先生, …书记; only the given name is hidden. */
export const namedBefore = new RegExp(`(${family})(\\p{Script=Han}{1,2})(?=(?:${titles}))`, 'gu');

/** A door in a house: building, entrance, floor, room. */
export const door = /(\d+|[一二三四五六七八九十]+)(?=\s*(?:号楼|栋|幢|座|单元|室|号房|门牌))/gu;
export const houseNumber = /(?<=(?:路|街|巷|弄|村|组|社|住)\s*)\d+(?=号)/gu;

/** A number plate: province, letter, five or six signs. */
const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁]';
export const plate = new RegExp(`${province}[A-Z][·•\\s]?[A-Z0-9]{4,5}[A-Z0-9挂学警]`, 'gu');

/** QQ and the like: a name for reaching somebody, with its number. */
export const account = /((?:QQ|qq|VX|vx|WX|wx|微信号?)\s*[:：号]?\s*)[\w-]{5,20}/gu;
