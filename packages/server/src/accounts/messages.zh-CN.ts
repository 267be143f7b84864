import type { RefusalText } from '../platform/refusal.ts';

export const refusalTexts: Readonly<Record<string, RefusalText>> = {
  'account-unknown': { detail: '没有这个账号。', nextStep: '请刷新账号列表。' },
  'account-own': {
    detail: '不能管理自己的账号。',
    nextStep: '请由另一位系统管理员办理；修改自己的密码请到“修改密码”。',
  },
  'account-reserved': {
    detail: '该账号担任监督、好差评、专件或系统管理岗位，不在工作台管理。',
    nextStep: '请由运维人员在服务器上用 yichuang account 命令办理，并留有批件。',
  },
  'post-reserved': {
    detail: '“{post}”是监督、好差评、专件或系统管理岗位，不在工作台任免。',
    nextStep: '请由运维人员在服务器上用 yichuang account appoint 命令任命，并留有批件。',
  },
  'post-unknown': { detail: '没有“{post}”这个岗位。', nextStep: '请从岗位列表中选择。' },
  'login-name-taken': {
    detail: '登录名“{login}”已有人使用。',
    nextStep: '请换一个登录名，例如加上科室或序号。',
  },
  'login-name-invalid': {
    detail: '登录名不正确。',
    nextStep: '请用 2 至 50 个字母、数字或汉字，可含 . _ - @，不含空格。',
  },
  'account-name-missing': { detail: '没有填写姓名。', nextStep: '请填写持有人的姓名。' },
};

export const rowProblemTexts: Readonly<Record<string, string>> = {
  'file-empty': '表中没有人员',
  'file-too-large': '文件太大，最多 {maximum} MB',
  'file-not-readable': '打不开这个文件，请另存为 CSV 或 Excel（.xlsx）后再试',
  'encoding-unknown': '文字编码无法识别，请另存为 UTF-8 编码的 CSV',
  'row-broken': '本行引号或列数不对',
  'too-many-rows': '人员太多，每次最多 {maximum} 人，请分几次导入',
  'column-missing': '缺少“{column}”一列',
  'cell-empty': '没有填写',
  'cell-too-long': '太长，最多 {maximum} 个字',
  'login-wrong': '“{value}”不能作登录名：请用 2 至 50 个字母、数字或汉字，可含 . _ - @',
  'login-twice': '登录名“{value}”与第 {row} 行重复',
  'login-taken': '登录名“{value}”已由{name}使用',
  'phone-wrong': '不是 11 位手机号码',
  'org-unknown': '没有名为“{value}”的单位',
  'post-not-there': '该单位没有“{value}”这个岗位',
  'post-ambiguous': '有几个岗位都叫“{value}”，请写明单位或岗位编号',
  'post-is-reserved': '“{value}”是监督、好差评、专件或系统管理岗位，由运维人员在服务器上任命',
};
