/** Headers over the columns of a list of staff, ours first; compared without blanks. */
export const columnHeaders = {
  org: ['单位', '部门', '科室', '机构', 'organisation', 'organization', 'department', 'unit'],
  posts: ['岗位', '职务', 'posts', 'post'],
  name: ['姓名', '名字', 'name'],
  loginName: ['登录名', '账号', '用户名', 'loginname', 'login', 'account'],
  phone: ['手机', '手机号', '手机号码', '联系电话', '电话', 'phone', 'mobile'],
} as const;

export const templateName = '工作人员导入模板';
/** Between several posts of one cell. */
export const SEPARATORS = /[;；、,，\n]/u;
