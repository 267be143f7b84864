export type { Config, ConfigProblems, DatabaseConfig, LogLevel } from './read-config.ts';
export { readConfig } from './read-config.ts';
export type { Setting } from './settings.ts';
export { settings, settingsTable } from './settings.ts';
export { settingTexts } from './settings.messages.ts';
