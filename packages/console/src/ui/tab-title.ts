/** The browser tab says how much there is to do, then where one is: '(3) To do · Yichuang'. */
let todo = '';
let title = '';

export function setTabTitle(text: string): void {
  title = text;
  write();
}

/** '' shows no count. */
export function setTabCount(count: string): void {
  todo = count;
  write();
}

function write(): void {
  // The count can arrive before a page has named itself: the title that came with the page stays.
  if (title === '') title = document.title;
  const mark = document.documentElement.dataset['trial'] ?? '';
  const named = title.startsWith(mark) ? title : `${mark}${title}`;
  document.title = todo === '' ? named : `(${todo}) ${named}`;
}
