/** Texts of the board and the tabs of supervision; board.en.ts has the same keys. */
export const boardZhCN = {
  'nav.supervision': '监察',
  'supervision.page.board': '看板',
  'board.title': '监察看板',
  'board.lead': '在办件此刻的灯，按部门。',
};
