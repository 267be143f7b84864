import { join } from 'node:path';
import type { Config } from '../platform/config/index.ts';

/** Files of one generation; removed with it. */
export function trialFolder({ dataDirectory }: Config, trialId: string): string {
  return join(dataDirectory, 'trial', trialId);
}

/**
 * What a trial county runs with. Written out, not copied and thinned: whatever leads out of the
 * machine (gateways of messages, the level above, outside authorities) is a setting that is
 * optional, and is absent here because nobody has put it in.
 */
export function trialConfig(config: Config, trialId: string, port: number): Config {
  return {
    trialId,
    isDemo: true,
    port,
    publicUrl: config.trialPublicUrl ?? withPort(config, port),
    dataDirectory: trialFolder(config, trialId),
    host: config.host,
    trustProxy: config.trustProxy,
    database: config.database,
    databasePool: config.databasePool,
    secretKeyFile: config.secretKeyFile,
    packDirectory: config.packDirectory,
    overlayDirectories: config.overlayDirectories,
    mailFrom: config.mailFrom,
    logLevel: config.logLevel,
    sessionHours: config.sessionHours,
    trialPort: port,
    ...(config.metricsToken === undefined ? {} : { metricsToken: config.metricsToken }),
  };
}

function withPort({ host }: Config, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
