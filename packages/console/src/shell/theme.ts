import type { ThemeConfig } from 'antd';

/**
 * Greys are darker than Ant Design's own (its third and fourth text colours reach 3.4:1 and 1.9:1
 * on white; AA asks 4.5:1). Red is kept for what is overdue or forbidden.
 */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1456b8',
    colorLink: '#1456b8',
    colorInfo: '#1456b8',
    colorError: '#b3261e',
    colorWarning: '#8a5a00',
    colorSuccess: '#1a6e3a',
    colorText: '#1f2329',
    colorTextSecondary: '#4a5360',
    colorTextTertiary: '#5a6472',
    colorTextQuaternary: '#656f7d',
    colorTextPlaceholder: '#656f7d',
    colorTextDescription: '#4a5360',
    colorTextDisabled: '#656f7d',
    colorBorder: '#8a929e',
    colorBorderSecondary: '#e1e4e8',
    colorBgLayout: '#f5f6f8',
    borderRadius: 4,
    fontSize: 14,
    lineHeight: 1.6,
    controlHeight: 34,
    // One place for fonts: console.css, which knows the language.
    fontFamily: 'inherit',
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadow: '0 4px 16px rgb(31 35 41 / 14%)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 24 },
  },
};

/** The same without motion, where Ant Design would otherwise wait for animations that CSS ends. */
export const stillTheme: ThemeConfig = { ...theme, token: { ...theme.token, motion: false } };
