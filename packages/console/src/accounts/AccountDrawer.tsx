import type { AccountView } from '@yichuang/contracts';
import { Drawer } from 'antd';
import { useLocale } from '../session/use-locale.ts';
import { AccountActs } from './AccountActs.tsx';
import { AccountMarks } from './AccountMarks.tsx';
import { AccountPosts } from './AccountPosts.tsx';

interface AccountDrawerProps {
  readonly account: AccountView | undefined;
  readonly onClose: () => void;
}

/** One account: who it is, what it may do, and what may be done to it. */
export function AccountDrawer({ account, onClose }: AccountDrawerProps) {
  return (
    <Drawer
      open={account !== undefined}
      title={account?.name ?? ''}
      size={440}
      onClose={onClose}
      destroyOnHidden
    >
      {account === undefined ? null : <Account key={account.accountId} account={account} />}
    </Drawer>
  );
}

function Account({ account }: { readonly account: AccountView }) {
  const { t } = useLocale();
  const { loginName, phoneMasked, closedTo } = account;
  return (
    <div className="account">
      <dl className="account-facts">
        <dt>{t('accounts.loginName')}</dt>
        <dd>
          <code>{loginName}</code> <AccountMarks account={account} />
        </dd>
        {phoneMasked === undefined ? null : (
          <>
            <dt>{t('accounts.phone')}</dt>
            <dd>{phoneMasked}</dd>
          </>
        )}
      </dl>
      {closedTo === undefined ? null : (
        <p className="notice notice-soft">{t(`accounts.closed.${closedTo}`)}</p>
      )}
      <AccountPosts account={account} />
      {closedTo === undefined ? <AccountActs account={account} /> : null}
    </div>
  );
}
