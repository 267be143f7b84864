import { Button } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import type { TextKey } from '../texts/locale.ts';
import type { InboxList } from './filters.ts';

interface EmptyInboxProps {
  readonly list: InboxList;
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

const titles: Readonly<Record<InboxList, TextKey>> = {
  todo: 'inbox.emptyTodo',
  toread: 'inbox.emptyToread',
  done: 'inbox.emptyDone',
  read: 'inbox.emptyRead',
  started: 'inbox.emptyStarted',
  followed: 'inbox.emptyFollowed',
  all: 'inbox.emptyAll',
};

export function EmptyInbox({ list, isFiltered, onClear }: EmptyInboxProps) {
  const { t } = useLocale();
  return (
    <div className="empty">
      <p className="empty-title">{t(isFiltered ? 'inbox.emptyFiltered' : titles[list])}</p>
      {isFiltered ? (
        <>
          <p>{t('inbox.emptyFilteredLead')}</p>
          <Button onClick={onClear}>{t('inbox.clear')}</Button>
        </>
      ) : null}
      {!isFiltered && list === 'todo' ? <p>{t('inbox.emptyTodoLead')}</p> : null}
    </div>
  );
}
