import type { AccountView } from '@yichuang/contracts';
import { useLocale } from '../session/use-locale.ts';

/** What is unusual about an account, in a word each; nothing where all is well. */
export function AccountMarks({ account }: { readonly account: AccountView }) {
  const { t } = useLocale();
  const { isDisabled, isLocked, mustChange } = account;
  if (isDisabled) return <span className="tag tag-error">{t('accounts.state.disabled')}</span>;
  return (
    <>
      {isLocked ? <span className="tag tag-warning">{t('accounts.state.locked')}</span> : null}
      {mustChange ? <span className="badge">{t('accounts.state.first-password')}</span> : null}
    </>
  );
}
