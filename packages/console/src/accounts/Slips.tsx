import type { AccountSlip } from '@yichuang/contracts';
import { Button } from 'antd';
import { createPortal } from 'react-dom';
import { useLocale } from '../session/use-locale.ts';

/**
 * Passwords to print and cut: shown this once. On paper nothing else of the page is there, so the
 * sheet stands beside the page and not in it.
 */
export function Slips({ slips }: { readonly slips: readonly AccountSlip[] }) {
  const { t } = useLocale();
  return (
    <div className="slips-box">
      <p className="notice notice-soft" role="status">
        {t('accounts.slipsLead')}
      </p>
      <SlipList slips={slips} />
      <Button type="primary" onClick={() => window.print()}>
        {t('accounts.print')}
      </Button>
      {createPortal(
        <div className="slips-print" aria-hidden="true">
          <SlipList slips={slips} />
        </div>,
        document.body,
      )}
    </div>
  );
}

function SlipList({ slips }: { readonly slips: readonly AccountSlip[] }) {
  const { t } = useLocale();
  return (
    <ul className="slips">
      {slips.map(({ loginName, name, posts, password }) => (
        <li key={loginName} className="slip">
          <strong>{name}</strong>
          <span className="quiet">{posts}</span>
          <dl>
            <dt>{t('accounts.address')}</dt>
            <dd>{`${window.location.origin}/console/`}</dd>
            <dt>{t('accounts.loginName')}</dt>
            <dd>
              <code>{loginName}</code>
            </dd>
            <dt>{t('accounts.password')}</dt>
            <dd>
              <code className="slip-password">{password}</code>
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
