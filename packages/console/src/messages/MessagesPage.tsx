import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { peopleApi, type StaffMessage } from '../api/people.ts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { Page } from '../ui/Page.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

/** What the system told me: reminders, tasks that came by name, tasks that are gone. */
export function MessagesPage() {
  const { t } = useLocale();
  const found = useQuery({ queryKey: ['messages'], queryFn: peopleApi.messages });
  return (
    <Page title={t('messages.title')}>
      {found.isError ? (
        <ProblemNotice error={found.error} onRetry={() => void found.refetch()} />
      ) : null}
      {found.data?.messages.length === 0 ? (
        <div className="empty">
          <p className="empty-title">{t('messages.none')}</p>
        </div>
      ) : null}
      <ul className="plain-list message-list" aria-label={t('messages.title')}>
        {(found.data?.messages ?? []).map((message) => (
          <MessageRow key={message.id} message={message} />
        ))}
      </ul>
    </Page>
  );
}

function MessageRow({ message }: { readonly message: StaffMessage }) {
  const { t, locale } = useLocale();
  const queries = useQueryClient();
  const read = useMutation({
    mutationFn: () => peopleApi.markRead(message.id),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['messages'] }),
  });
  const words = (
    <>
      <span className="message-head">
        {message.isRead ? null : (
          <span className="unread-dot" role="img" aria-label={t('messages.unread')} />
        )}
        <strong>{message.subject}</strong>
        <span className="quiet">{formatAt(message.at, locale)}</span>
      </span>
      <span className="message-body">{message.body}</span>
    </>
  );
  const markRead = () => (message.isRead ? undefined : read.mutate());
  if (message.caseId === undefined) {
    return (
      <li>
        <button type="button" className="message-row" onClick={markRead}>
          {words}
        </button>
      </li>
    );
  }
  return (
    <li>
      <Link
        to="/cases/$caseId"
        params={{ caseId: message.caseId }}
        className="message-row"
        onClick={markRead}
      >
        {words}
      </Link>
    </li>
  );
}
