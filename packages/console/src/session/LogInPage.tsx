import { Button } from 'antd';
import { useEffect } from 'react';
import mark from '../mark.svg';
import { setTabTitle } from '../ui/tab-title.ts';
import { LogInForm } from './LogInForm.tsx';
import { useLocale } from './use-locale.ts';
import { useSession } from './use-session.ts';

export function LogInPage() {
  const { t, locale, setLocale } = useLocale();
  const { refresh } = useSession();
  useEffect(() => {
    setTabTitle(`${t('login.title')} · ${t('app.name')}`);
  }, [t]);
  return (
    <main className="door">
      <div className="door-card">
        <div className="door-mark">
          <img src={mark} alt="" width={36} height={36} />
          <span>
            <strong>{t('app.name')}</strong> {t('app.place')}
          </span>
        </div>
        <h1>{t('login.title')}</h1>
        <p className="quiet">{t('login.lead')}</p>
        <LogInForm onLoggedIn={refresh} />
      </div>
      <Button type="link" onClick={() => setLocale(locale === 'en' ? 'zh-CN' : 'en')}>
        {t('user.language')}
      </Button>
    </main>
  );
}
