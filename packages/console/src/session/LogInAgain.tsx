import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { ProblemError } from '../api/problem-error.ts';
import { onGate, openGate } from '../api/session-gate.ts';
import { isSamePerson, staffApi, type Staff } from '../api/staff.ts';
import { LogInForm } from './LogInForm.tsx';
import { useLocale } from './use-locale.ts';
import { useSession } from './use-session.ts';

/**
 * The session ended in the middle of something: the page stays as it is underneath, and goes on
 * after the same person has logged in. Somebody else would act on what this person typed.
 */
export function LogInAgain({ staff }: { readonly staff: Staff }) {
  const { t } = useLocale();
  const { logOut } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => onGate(setIsOpen), []);
  const onLoggedIn = async () => {
    const found = await staffApi.me();
    if (found === undefined || !isSamePerson(found, staff)) {
      await staffApi.logOut();
      throw otherPerson(t('login.otherPerson', { name: staff.name }));
    }
    openGate();
  };
  return (
    <Modal
      open={isOpen}
      title={t('login.again')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      width={420}
      destroyOnHidden
    >
      <p>{t('login.againLead')}</p>
      <p className="quiet">{t('login.againAs', { name: staff.name })}</p>
      <LogInForm onLoggedIn={onLoggedIn} />
      <p>
        <Button
          type="link"
          block
          onClick={() => void logOut().then(() => window.location.assign('/console/'))}
        >
          {t('login.other')}
        </Button>
      </p>
    </Modal>
  );
}

function otherPerson(detail: string): ProblemError {
  return new ProblemError({
    type: 'about:blank',
    title: detail,
    status: 403,
    detail,
    code: 'other-person',
  });
}
