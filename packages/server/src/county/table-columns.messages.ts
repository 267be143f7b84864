/** Headers of the two tables by which a county writes its organisations and posts. */
export const orgHeaders = {
  id: '编号',
  parentId: '上级编号',
  name: '名称',
  shortName: '简称',
  kind: '类别',
  regionCode: '区划代码',
  creditCode: '统一社会信用代码',
} as const;

export const postHeaders = {
  id: '编号',
  orgId: '单位编号',
  name: '名称',
  role: '角色',
  capabilities: '权限',
} as const;

export const orgKinds = {
  county: '县级',
  department: '部门',
  section: '科室',
  counter: '窗口',
  township: '乡镇街道',
  village: '村社区',
  superior: '上级机关',
} as const;

export const orgSheet = '机构';
export const postSheet = '岗位';
export const SEPARATORS = /[;；、,，\s]+/u;
export const SEPARATOR = '；';
