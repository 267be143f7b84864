import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { staffApi } from '../api/staff.ts';
import { Field } from '../ui/Field.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { setTabTitle } from '../ui/tab-title.ts';
import { toast } from '../ui/toast.ts';
import { passwordProblems, type PasswordValues } from './password-problems.ts';
import { useLocale } from './use-locale.ts';
import { useSession } from './use-session.ts';

const empty: PasswordValues = { current: '', next: '', repeat: '' };

/** `isRequired`: the first log-in; nothing else is shown until the password is one's own. */
export function PasswordPage({ isRequired = false }: { readonly isRequired?: boolean }) {
  const { t } = useLocale();
  const { refresh, logOut } = useSession();
  const [values, setValues] = useState(empty);
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    setTabTitle(`${t('password.title')} · ${t('app.name')}`);
  }, [t]);
  const problems = passwordProblems(values);
  const submit = async () => {
    setIsChecked(true);
    if (Object.keys(problems).length > 0) return;
    setError(undefined);
    try {
      await staffApi.changePassword(values.current, values.next);
      setValues(empty);
      setIsChecked(false);
      toast(t('password.saved'));
      await refresh();
    } catch (problem) {
      setError(problem);
    }
  };
  const field = (name: keyof PasswordValues, autoComplete: string) => {
    const problem = isChecked ? problems[name] : undefined;
    return (
      <Field
        label={t(`password.${name}`)}
        problem={problem === undefined ? undefined : t(problem)}
        {...(name === 'next' ? { hint: t('password.hint') } : {})}
      >
        {(control) => (
          <Input.Password
            {...control}
            autoComplete={autoComplete}
            maxLength={200}
            value={values[name]}
            onChange={(event) => setValues({ ...values, [name]: event.target.value })}
          />
        )}
      </Field>
    );
  };
  return (
    <main className={isRequired ? 'door' : 'page'}>
      <div className="door-card">
        <h1>{t('password.title')}</h1>
        {isRequired ? <p>{t('password.required')}</p> : null}
        {error === undefined ? null : <ProblemNotice error={error} />}
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          {field('current', 'current-password')}
          {field('next', 'new-password')}
          {field('repeat', 'new-password')}
          <Button type="primary" htmlType="submit" block>
            {t('password.submit')}
          </Button>
          {isRequired ? (
            <Button type="link" block onClick={() => void logOut()}>
              {t('user.logOut')}
            </Button>
          ) : null}
        </form>
      </div>
    </main>
  );
}
