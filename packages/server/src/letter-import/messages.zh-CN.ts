import type { ImportTexts } from './import-text-types.ts';

export const importTexts: ImportTexts = {
  nameless: '群众',
  problems: {
    'file-empty': '文件是空的，没有可导入的来信',
    'file-too-large': '文件太大，至多 {maximum} 兆字节',
    'file-not-readable': '打不开这个文件，请另存为 CSV 或者 Excel（.xlsx）后再试',
    'encoding-unknown': '文字编码无法识别，请另存为 UTF-8 编码的 CSV',
    'row-broken': '这一行的引号、列数或者 JSON 写法不对',
    'too-many-rows': '行数太多，至多 {maximum} 行，请分几个文件导入',
    'column-missing': '缺少“{column}”这一列',
    'cell-empty': '“{column}”不能为空',
    'cell-too-long': '“{column}”太长，至多 {maximum} 个字',
    'day-unreadable': '“{column}”中的“{value}”不是日期，应写作 2026-09-01',
    'day-to-come': '“{column}”中的“{value}”还没有到',
    'answered-before': '“{column}”早于收到来信的时间，或者没有填写收到的时间',
    'phone-wrong': '“{column}”不是手机号码',
    'division-unknown': '没有名为“{value}”的乡镇或者村',
    'count-wrong': '“{column}”中的“{value}”不是件数',
    'number-twice': '编号“{value}”与第 {row} 行重复',
  },
};
