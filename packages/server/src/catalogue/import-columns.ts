/** The columns of a list of items, as clerks keep it in a spreadsheet. */
export interface ImportColumn {
  readonly key: ColumnKey;
  /** Header that the template and the export write. */
  readonly header: string;
  /** Other headers that mean the same, in lower case without blanks, `_` and `*`. */
  readonly alsoCalled: readonly string[];
  readonly isRequired: boolean;
  readonly maxLength: number;
}

export type ColumnKey =
  | 'department'
  | 'mainItem'
  | 'name'
  | 'code'
  | 'taskType'
  | 'areaCode'
  | 'deptCode'
  | 'audiences'
  | 'themes'
  | 'synonyms'
  | 'summary'
  | 'link';

function column(
  key: ColumnKey,
  header: string,
  alsoCalled: string,
  maxLength: number,
  isRequired = false,
): ImportColumn {
  return { key, header, alsoCalled: alsoCalled.split(' '), isRequired, maxLength };
}

/** In the order of the template and the export. */
export const importColumns: readonly ImportColumn[] = [
  column('department', '部门', 'department 实施部门 部门名称 实施主体', 100, true),
  column('mainItem', '主项名称', 'mainitem 主项', 200),
  column('name', '事项名称', 'name itemname 名称', 200, true),
  column('code', '事项编码', 'itemcode code 实施编码 编码', 60, true),
  column('taskType', '事项类型', 'tasktype type 类型', 20, true),
  column('areaCode', '区划代码', 'areacode regioncode', 12),
  column('deptCode', '部门编码', 'deptcode', 40),
  column('audiences', '服务对象', 'audience audiences', 20),
  column('themes', '主题', 'theme themes', 200),
  column('synonyms', '别名', 'synonym synonyms', 200),
  column('summary', '事项简介', 'summary 简介', 1000),
  column('link', '网址', 'link url', 500),
];

export function columnOf(header: string): ImportColumn | undefined {
  const asked = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_*]/gu, '');
  return importColumns.find((each) => each.header === asked || each.alsoCalled.includes(asked));
}

/** GB/T 39046-2020 table A.1, with the names under which lists spell them out. */
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

/** Several values in one cell. */
export const listSeparator = '、';

export function splitCell(cell: string): string[] {
  return cell
    .split(/[、，,；;|]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
