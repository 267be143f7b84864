/** What each setting is for, for docs/operating/configuration.md. */
export interface SettingText {
  readonly en: string;
  readonly zh: string;
}

export const settingTexts = {
  PORT: {
    en: 'TCP port of the web server; 0 takes a free one.',
    zh: '网站监听端口；0 表示任选空闲端口。',
  },
  HOST: {
    en: 'Address to listen on. 0.0.0.0 only behind a reverse proxy with TLS.',
    zh: '监听地址。仅在前有启用 TLS 的反向代理时使用 0.0.0.0。',
  },
  PUBLIC_URL: {
    en: 'Address under which people reach the site; in links, QR codes, notices, cookies.',
    zh: '公众访问本站的地址，用于链接、二维码、通知和 Cookie。',
  },
  TRUST_PROXY: {
    en: 'Reverse proxies whose X-Forwarded-* headers count: 0 (none), how many, or addresses.',
    zh: '可信反向代理：0（无）、跳数，或以逗号分隔的地址。',
  },
  DATA_DIR: {
    en: 'Folder of the embedded database, files, keys and logs.',
    zh: '内嵌数据库、文件、密钥和日志所在目录。',
  },
  DATABASE_URL: {
    en: 'Outside PostgreSQL 15 to 18, as the application role. Empty: the embedded one.',
    zh: '外部 PostgreSQL（15 至 18）的应用角色连接；留空则使用内嵌数据库。',
  },
  MIGRATION_DATABASE_URL: {
    en: 'The same database as its owner, for migrations. Required with DATABASE_URL.',
    zh: '同一数据库的所有者角色连接，用于迁移；设置 DATABASE_URL 时必填。',
  },
  QUEUE_DATABASE_URL: {
    en: 'The same database as the role of the job queue. Required with DATABASE_URL.',
    zh: '同一数据库的任务队列角色连接；设置 DATABASE_URL 时必填。',
  },
  DATABASE_POOL: {
    en: 'Connections of this process to the database at most.',
    zh: '本进程的数据库连接数上限。',
  },
  SECRET_KEY_FILE: {
    en: 'File with the master keys. Made when absent, with the embedded database only.',
    zh: '主密钥文件。仅在使用内嵌数据库时自动生成。',
  },
  DEMO: {
    en: '1: demo county, demo accounts, movable clock, messages shown instead of sent.',
    zh: '1 表示演示：演示县、演示账号、可拨动的时钟，通知只展示不发送。',
  },
  DEMO_WITH_OUTSIDE_DATABASE: {
    en: '`yes` to allow DEMO with DATABASE_URL: anybody can log in to a demo.',
    zh: '填 yes 才允许演示模式连接外部数据库（演示模式任何人都能登录）。',
  },
  PACK_DIR: { en: "Folder of the county's pack.", zh: '本县数据包目录。' },
  EXTRA_PACKS: {
    en: 'Folders of packs that bring more items for its posts, divided by commas; `none` for none.',
    zh: '在本县数据包之上增加事项的数据包目录，以逗号分隔；填 none 表示没有。',
  },
  SMS_GATEWAY_URL: {
    en: 'Short messages are sent by POST of JSON to this address.',
    zh: '短信网关地址，以 POST JSON 方式发送。',
  },
  SMS_GATEWAY_TOKEN: {
    en: 'Bearer token for the gateway.',
    zh: '短信网关的 Bearer 令牌。',
  },
  SMTP_URL: { en: 'Mail server: smtp://user:password@host:port.', zh: '邮件服务器地址。' },
  MAIL_FROM: { en: 'Sender of mail.', zh: '邮件发件人。' },
  LOG_LEVEL: {
    en: 'fatal, error, warn, info, debug, trace or silent.',
    zh: '日志级别：fatal、error、warn、info、debug、trace 或 silent。',
  },
  SESSION_HOURS: {
    en: 'Hours after which a log-in ends.',
    zh: '登录有效小时数。',
  },
  METRICS_TOKEN: {
    en: 'Bearer token for /metrics. Empty: only from this machine.',
    zh: '/metrics 的 Bearer 令牌；留空则仅本机可读。',
  },
  TRIAL_PORT: {
    en: 'TCP port of the trial county, open only while it is switched on; 0 takes a free one.',
    zh: '试运行县的监听端口，仅在启用试运行时开放；0 表示任选空闲端口。',
  },
  TRIAL_PUBLIC_URL: {
    en: 'Address under which people reach the trial county. Empty: HOST and TRIAL_PORT.',
    zh: '访问试运行县的地址；留空则由 HOST 和 TRIAL_PORT 组成。',
  },
  UPLOAD_URL: {
    en: 'Where cases are uploaded to, the level above (docs/upload.md). Empty: nothing is.',
    zh: '上报接收方（上级平台）的地址；留空则不上报。',
  },
  UPLOAD_TOKEN: {
    en: 'Bearer token for it, also the key of the digests. Required with UPLOAD_URL.',
    zh: '上报接收方的 Bearer 令牌，也是核对摘要的密钥；与 UPLOAD_URL 同时设置。',
  },
  TIMESTAMP_URL: {
    en: 'Authority that stamps each head of the public ledger (RFC 3161). Empty: none.',
    zh: '为存证总根加盖时间戳的机构地址（RFC 3161）；留空则不加盖。',
  },
} as const satisfies Record<string, SettingText>;

export type SettingName = keyof typeof settingTexts;

/** Head of the table in docs/operating/configuration.md. */
export const settingsTableHead = [
  '| setting | default | what for | 说明 | secret |',
  '| --- | --- | --- | --- | --- |',
] as const;
