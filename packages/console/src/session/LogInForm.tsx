import { Button, Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { staffApi } from '../api/staff.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { useLocale } from './use-locale.ts';

interface LogInFormProps {
  readonly onLoggedIn: () => Promise<void>;
}

/** Account and password. The server's sentence says whether and until when an account is locked. */
export function LogInForm({ onLoggedIn }: LogInFormProps) {
  const { t } = useLocale();
  const [account, setAccount] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const passwordInput = useRef<InputRef>(null);
  const submit = async () => {
    setIsChecked(true);
    if (account.trim() === '' || password === '') return;
    setIsSending(true);
    setError(undefined);
    try {
      await staffApi.logIn(account.trim(), password);
      await onLoggedIn();
    } catch (problem) {
      setError(problem);
      setPassword('');
      setIsChecked(false);
      passwordInput.current?.focus();
    } finally {
      setIsSending(false);
    }
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {error === undefined ? null : <ProblemNotice error={error} />}
      <Field
        label={t('login.account')}
        problem={isChecked && account.trim() === '' ? t('login.accountMissing') : undefined}
      >
        {(control) => (
          <Input
            {...control}
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('login.password')}
        problem={isChecked && password === '' ? t('login.passwordMissing') : undefined}
      >
        {(control) => (
          <Input.Password
            {...control}
            ref={passwordInput}
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <Button type="primary" htmlType="submit" block size="large" loading={isSending}>
        {t('login.submit')}
      </Button>
    </form>
  );
}
