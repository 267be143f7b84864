/** Texts of the county's figures. */
export const zhStatistics = {
  'statistics.title': '政务服务指标',
  'statistics.lead': '全部由办件记录自动算出，没有人填报。每个数字下面写明怎么算、用多少件算的。',
  'statistics.period': '{from}至{until}',
  'statistics.name': '指标',
  'statistics.value': '数值',
  'statistics.base': '计算基数',
  'statistics.formula': '怎么算的',
  'statistics.group.time': '办得快不快',
  'statistics.group.ease': '办得方便不方便',
  'statistics.group.care': '办得规范不规范',
  'statistics.group.voice': '群众怎么看',
  'statistics.link': '全部指标和算法',
};
