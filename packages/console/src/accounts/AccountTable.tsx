import type { AccountView } from '@yichuang/contracts';
import { formatAt } from '../format/format-day.ts';
import { useLocale } from '../session/use-locale.ts';
import { ColumnHeads } from '../ui/ColumnHeads.tsx';
import { AccountMarks } from './AccountMarks.tsx';

const COLUMNS = [
  ['account-name', 'accounts.name'],
  ['account-login', 'accounts.loginName'],
  ['account-posts', 'accounts.posts'],
  ['account-seen', 'accounts.lastLogin'],
] as const;

interface AccountTableProps {
  readonly rows: readonly AccountView[];
  readonly onOpen: (accountId: string) => void;
}

export function AccountTable({ rows, onOpen }: AccountTableProps) {
  const { t, locale } = useLocale();
  return (
    <table className="tasks accounts-table" aria-label={t('accounts.title')}>
      <ColumnHeads columns={COLUMNS} />
      <tbody>
        {rows.map((account) => {
          const { accountId, loginName, name, posts, lastLoginAt } = account;
          return (
            <tr key={accountId} onClick={() => onOpen(accountId)}>
              <td className="account-name">
                <button type="button" className="account-open" data-row="">
                  {name}
                </button>
                <AccountMarks account={account} />
              </td>
              <td className="account-login">{loginName}</td>
              <td className="account-posts">
                {posts.length === 0
                  ? t('accounts.noPost')
                  : posts.map((post) => `${post.orgName} ${post.name}`).join('；')}
              </td>
              <td className="account-seen">
                {lastLoginAt === undefined ? (
                  <span className="quiet">{t('accounts.never')}</span>
                ) : (
                  <time dateTime={lastLoginAt}>{formatAt(lastLoginAt, locale)}</time>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
