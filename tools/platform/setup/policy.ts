import { existsSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { onPath } from '../paths.ts';
import { command } from './step.ts';

const policy = '/usr/sbin/policy-rc.d';

/**
 * Debian packages start their service when installed, unless /usr/sbin/policy-rc.d answers 101. Where we may write one and none is
 * there (an image usually has it), it is put there for the time of the installation; elsewhere the service is stopped and disabled after.
 * Only a node that this installation started is stopped: one that ran before means that the package was there before.
 */
export async function withoutServiceStart(prefix: string[], install: () => Promise<void>): Promise<void> {
  const isRoot = prefix.length === 0;
  const ours = isRoot && !existsSync(policy);
  if (ours) {
    writeFileSync(policy, '#!/bin/sh\nexit 101\n');
    chmodSync(policy, 0o755);
  }
  try {
    await install();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
  if (!isRoot) await disable(prefix);
}

async function disable(prefix: string[]): Promise<void> {
  if (!existsSync('/run/systemd/system') || !onPath('systemctl')) return;
  await command([...prefix, 'systemctl', 'disable', '--now', 'rabbitmq-server'], {
    hint: 'The node of the package may be left running; it disturbs nothing.',
  });
}
