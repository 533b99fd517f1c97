import { PlatformError } from './log.ts';
import { services, type ServiceName } from './service-environment.ts';

export type Replicas = Record<ServiceName, number>;

const most = 9;

/** Reads `payments=2,gateway=2` (or `all=2`); the services not named run once. */
export function parseReplicas(text: string | undefined): Replicas {
  const replicas = Object.fromEntries(services.map((name) => [name, 1])) as Replicas;
  for (const part of (text ?? '').split(',').filter(Boolean)) {
    const [name = '', count = ''] = part.split('=');
    const names = name === 'all' ? services : services.filter((service) => service === name.trim());
    const number = Number(count);
    if (names.length === 0 || !Number.isInteger(number) || number < 1 || number > most) {
      throw new PlatformError(
        `--replicas ${text}: "${part}" is not <service>=<1 to ${most}>; services: all, ${services.join(', ')}.`,
      );
    }
    for (const service of names) replicas[service] = number;
  }
  return replicas;
}
