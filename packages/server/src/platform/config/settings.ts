import { settingsTableHead, settingTexts, type SettingName } from './settings.messages.ts';

export interface Setting {
  readonly name: SettingName;
  /** As it would be written in the environment; empty when there is none. */
  readonly default: string;
  /** Never logged, never shown. */
  readonly isSecret: boolean;
}

function setting(name: SettingName, standard = '', isSecret = false): Setting {
  return { name, default: standard, isSecret };
}

/** Every setting there is; readConfig reads no other name. */
export const settings: readonly Setting[] = [
  setting('PORT', '3000'),
  setting('HOST', '127.0.0.1'),
  setting('PUBLIC_URL', 'http://HOST:PORT'),
  setting('TRUST_PROXY', '0'),
  setting('DATA_DIR', './data'),
  setting('DATABASE_URL', '', true),
  setting('MIGRATION_DATABASE_URL', '', true),
  setting('QUEUE_DATABASE_URL', '', true),
  setting('DATABASE_POOL', '10'),
  setting('SECRET_KEY_FILE', 'DATA_DIR/secret.key'),
  setting('DEMO', '0'),
  setting('DEMO_WITH_OUTSIDE_DATABASE'),
  setting('PACK_DIR', 'packs/demo-county'),
  setting(
    'EXTRA_PACKS',
    ['office-basics', 'inquiry', 'petition', 'supervision', 'reviews', 'exchange']
      .map((name) => `packs/${name}`)
      .join(','),
  ),
  setting('SMS_GATEWAY_URL'),
  setting('SMS_GATEWAY_TOKEN', '', true),
  setting('SMTP_URL', '', true),
  setting('MAIL_FROM', 'no-reply@localhost'),
  setting('LOG_LEVEL', 'info'),
  setting('SESSION_HOURS', '12'),
  setting('METRICS_TOKEN', '', true),
  setting('TIMESTAMP_URL'),
  setting('UPLOAD_URL'),
  setting('UPLOAD_TOKEN', '', true),
  setting('TRIAL_PORT', '3001'),
  setting('TRIAL_PUBLIC_URL'),
];

/** The whole of docs/operating/configuration.md below its introduction. */
export function settingsTable(): string {
  const rows = settings.map(({ name, default: standard, isSecret }) => {
    const { en, zh } = settingTexts[name];
    const shown = standard === '' ? '' : `\`${standard}\``;
    return `| \`${name}\` | ${shown} | ${en} | ${zh} | ${isSecret ? 'yes' : ''} |`;
  });
  return `${[...settingsTableHead, ...rows].join('\n')}\n`;
}
