/** Words of the lists that clerks keep: headers, kinds of items, audiences. */

/** Header as the template and the export write it, then other headers that mean the same. */
export const columnHeaders = {
  department: ['部门', 'department', '实施部门', '部门名称', '实施主体'],
  mainItem: ['主项名称', 'mainitem', '主项'],
  name: ['事项名称', 'name', 'itemname', '名称'],
  code: ['事项编码', 'itemcode', 'code', '实施编码', '编码'],
  taskType: ['事项类型', 'tasktype', 'type', '类型'],
  regionCode: ['区划代码', 'regioncode', 'areacode'],
  deptCode: ['部门编码', 'deptcode'],
  audiences: ['服务对象', 'audience', 'audiences'],
  themes: ['主题', 'theme', 'themes'],
  synonyms: ['别名', 'synonym', 'synonyms'],
  summary: ['事项简介', 'summary', '简介'],
  link: ['网址', 'link', 'url'],
} as const;

/** GB/T 39046-2020 table A.1. */
export const taskTypes: Readonly<Record<string, string>> = {
  '00': '行政权力',
  '01': '行政许可',
  '02': '行政处罚',
  '03': '行政强制',
  '04': '行政征收',
  '05': '行政给付',
  '06': '行政检查',
  '07': '行政确认',
  '08': '行政奖励',
  '09': '行政裁决',
  '10': '其他类别',
  '20': '公共服务',
};

export const audienceNames = { person: '个人', enterprise: '企业' } as const;

export const sheetName = '事项目录';
export const fileName = '事项目录';
export const templateName = '事项目录导入模板';

/** What a guide says of itself when the list says nothing. */
export const guideSummary = '{name}，由{organisation}办理。';

/** What a bundle adds to the form of its item. */
export const bundleForm = {
  situation: { title: '您的情况', 'x-title-en': 'Your situation' },
  applies: { title: '一并办理', 'x-title-en': 'What is filed together' },
  part: '办理{name}',
  partEn: '{name}',
  material: '需要{name}',
  materialEn: 'Needs: {name}',
} as const;
