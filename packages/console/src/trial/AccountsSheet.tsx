import { useQuery } from '@tanstack/react-query';
import { Button, Modal, Skeleton } from 'antd';
import { trialApi } from '../api/trial.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';

/** What the trainer hands out: one password, and everybody's log-in name. */
export function AccountsSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const sheet = useQuery({ queryKey: ['trial-accounts'], queryFn: trialApi.accounts, gcTime: 0 });
  return (
    <Modal
      open
      width={720}
      title={t('trial.accounts')}
      onCancel={onClose}
      footer={<Button onClick={() => window.print()}>{t('trial.print')}</Button>}
    >
      <p>{t('trial.accountsLead')}</p>
      {sheet.isError ? <ProblemNotice error={sheet.error} /> : null}
      {sheet.isPending ? <Skeleton active /> : null}
      {sheet.data === undefined ? null : (
        <>
          <p className="trial-password">
            {t('trial.password')} <code>{sheet.data.password}</code>
          </p>
          <table className="trial-accounts">
            <thead>
              <tr>
                <th scope="col">{t('trial.account')}</th>
                <th scope="col">{t('trial.name')}</th>
                <th scope="col">{t('trial.posts')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.data.staff.map(({ account, name, posts }) => (
                <tr key={account}>
                  <td>
                    <code>{account}</code>
                  </td>
                  <td>{name}</td>
                  <td>{posts}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Modal>
  );
}
