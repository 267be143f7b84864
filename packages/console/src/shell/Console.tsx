import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useMemo, useState } from 'react';
import { staffApi, type Staff } from '../api/staff.ts';
import { LogInPage } from '../session/LogInPage.tsx';
import { LogInAgain } from '../session/LogInAgain.tsx';
import { PasswordPage } from '../session/PasswordPage.tsx';
import { readSettings, writeSettings } from '../session/settings.ts';
import { LocaleContext } from '../session/use-locale.ts';
import { SessionContext, type SessionState } from '../session/use-session.ts';
import { translator } from '../texts/locale.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { LESS_MOTION, useMedia } from '../ui/use-media.ts';
import { queryClient } from './query-client.ts';
import { router } from './router.tsx';
import { stillTheme, theme } from './theme.ts';

/** The whole console: settings, who is logged in, then the pages. */
export function Console() {
  const [settings, setSettings] = useState(() => readSettings(window.localStorage));
  // undefined: not known yet; null: nobody.
  const [staff, setStaff] = useState<Staff | null>();
  const session = useMemo<SessionState>(() => {
    const refresh = async () => setStaff((await staffApi.me().catch(() => undefined)) ?? null);
    return {
      staff: staff ?? undefined,
      settings,
      changeSettings: (change) => {
        const changed = { ...settings, ...change };
        writeSettings(window.localStorage, changed);
        setSettings(changed);
      },
      refresh,
      logOut: async () => {
        await staffApi.logOut().catch(() => undefined);
        queryClient.clear();
        setStaff(null);
      },
    };
  }, [settings, staff]);
  const { refresh } = session;
  useEffect(() => {
    if (staff === undefined) void refresh();
  }, [staff, refresh]);
  const { locale } = settings;
  const isStill = useMedia(LESS_MOTION);
  const words = useMemo(
    () => ({
      locale,
      t: translator(locale),
      setLocale: (next: typeof locale) => session.changeSettings({ locale: next }),
    }),
    [locale, session],
  );
  useEffect(() => {
    document.documentElement.lang = locale;
    // The server writes sentences (headlines, refusals) in the language that this cookie names.
    document.cookie = `yc_lang=${locale}; path=/; max-age=31536000; samesite=lax`;
    void queryClient.invalidateQueries();
  }, [locale]);
  return (
    <LocaleContext value={words}>
      <ConfigProvider
        theme={isStill ? stillTheme : theme}
        locale={locale === 'en' ? enUS : zhCN}
        button={{ autoInsertSpace: false }}
      >
        <SessionContext value={session}>
          <QueryClientProvider client={queryClient}>
            <Door staff={staff} />
            <Toasts />
          </QueryClientProvider>
        </SessionContext>
      </ConfigProvider>
    </LocaleContext>
  );
}

function Door({ staff }: { readonly staff: Staff | null | undefined }) {
  if (staff === undefined) return null;
  if (staff === null) return <LogInPage />;
  if (staff.mustChangePassword) return <PasswordPage isRequired />;
  return (
    <>
      <RouterProvider router={router} />
      <LogInAgain staff={staff} />
    </>
  );
}
