import type { AccountView } from '@yichuang/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { accountsApi } from '../api/accounts.ts';
import { useLocale } from '../session/use-locale.ts';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { Slips } from './Slips.tsx';
import { useAccountAct } from './use-account-act.ts';

type Asked = 'password' | 'disable';

/** A new password, out of every log-in, shut out and let in again. */
export function AccountActs({ account }: { readonly account: AccountView }) {
  const { t } = useLocale();
  const { accountId, name, isDisabled } = account;
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const endSessions = useAccountAct(accountsApi.endSessions, t('accounts.sessionsEnded'));
  const enable = useAccountAct(accountsApi.enable, t('accounts.enabled', { name }));
  const disable = useAccountAct(accountsApi.disable, t('accounts.disabled', { name }));
  return (
    <section aria-labelledby="account-acts">
      <h3 id="account-acts">{t('accounts.acts')}</h3>
      <div className="account-acts">
        <Button onClick={() => setAsked('password')}>{t('accounts.renew')}</Button>
        <Button loading={endSessions.isPending} onClick={() => endSessions.mutate(accountId)}>
          {t('accounts.endSessions')}
        </Button>
        {isDisabled ? (
          <Button loading={enable.isPending} onClick={() => enable.mutate(accountId)}>
            {t('accounts.enable')}
          </Button>
        ) : (
          <Button danger onClick={() => setAsked('disable')}>
            {t('accounts.disable')}
          </Button>
        )}
      </div>
      <Modal
        open={asked === 'disable'}
        title={t('accounts.disableAsk', { name })}
        okText={t('accounts.disable')}
        okButtonProps={{ danger: true }}
        cancelText={t('handOver.cancel')}
        confirmLoading={disable.isPending}
        onOk={() => disable.mutate(accountId, { onSettled: close })}
        onCancel={close}
      >
        <p>
          {t('accounts.disableLead')} <Link to="/hand-over">{t('nav.handOver')}</Link>
        </p>
      </Modal>
      {asked === 'password' ? <RenewDialog account={account} onClose={close} /> : null}
    </section>
  );
}

interface RenewDialogProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

/** Asked first, for the old password is gone with the answer. */
function RenewDialog({ account, onClose }: RenewDialogProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const { accountId, name } = account;
  const renew = useMutation({
    mutationFn: () => accountsApi.renew(accountId),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const slip = renew.data?.slip;
  return (
    <Modal
      open
      title={t('accounts.renewAsk', { name })}
      okText={t('accounts.renew')}
      cancelText={t('handOver.cancel')}
      confirmLoading={renew.isPending}
      onOk={() => renew.mutate()}
      onCancel={onClose}
      {...(slip === undefined ? {} : { footer: null })}
    >
      {renew.isError ? <ProblemNotice error={renew.error} /> : null}
      {slip === undefined ? <p>{t('accounts.renewLead')}</p> : <Slips slips={[slip]} />}
    </Modal>
  );
}
