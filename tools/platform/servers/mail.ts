import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { accepts } from '../wait.ts';
import { flags, foreignServer, type Server, type ServerContext } from './server.ts';
import { startLocalServer } from './managed-server.ts';

/** SMTP_URL → maildev: it takes every message, sends none, and shows them in a web inbox whose REST API the tests read. */
export function startMail(context: ServerContext): Promise<Server> {
  const given = context.env['SMTP_URL'];
  const from = context.env['MAIL_FROM'] || 'Admissions <admissions@school.example>';
  if (given) {
    const inbox = context.env['INBOX_URL'];
    return Promise.resolve(
      foreignServer('SMTP', given, { SMTP_URL: given, MAIL_FROM: from, ...(inbox && { INBOX_URL: inbox }) }),
    );
  }
  const smtp = context.ports.of('smtp');
  const web = context.ports.of('inbox');
  const inbox = `http://127.0.0.1:${web}`;
  const dir = join(context.stateDir, 'mail');
  mkdirSync(dir, { recursive: true });
  return startLocalServer(context, {
    name: 'mail (maildev)',
    address: inbox,
    env: { SMTP_URL: `smtp://127.0.0.1:${smtp}`, MAIL_FROM: from, INBOX_URL: inbox },
    ports: [smtp, web],
    replacedBy: 'SMTP_URL',
    processes: [
      {
        name: 'mail',
        command: process.execPath,
        args: [
          join(root, 'node_modules', 'maildev', 'dist', 'bin', 'maildev.js'),
          ...flags({
            smtp,
            ip: '127.0.0.1',
            web,
            'web-ip': '127.0.0.1',
            'mail-directory': dir,
            'max-emails': 5000,
          }),
        ],
        env: { PATH: context.env['PATH'], HOME: context.stateDir, NODE_ENV: 'production' },
      },
    ],
    // The messages of the run before are in the folder; maildev shows them when it is told to look.
    onceReady: async () => {
      await fetch(`${inbox}/api/reloadMailsFromDirectory`, { signal: AbortSignal.timeout(10_000) });
    },
    probe: async () =>
      (await accepts(smtp)) && (await fetch(`${inbox}/api/email`, { signal: AbortSignal.timeout(2000) })).ok,
    limitMs: 20_000,
  });
}
