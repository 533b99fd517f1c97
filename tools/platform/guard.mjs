// Ends process groups when the process that named them is gone. Plain JavaScript: it starts in 40 ms and reads one pipe.
//   arguments: the state folder, and `temporary` when the folder goes too
//   stdin: "watch <pgid>" | "forget <pgid>"; end of stdin = the platform ended (in good order it has forgotten all of them).
import { createInterface } from 'node:readline';
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const [stateDir, kind] = process.argv.slice(2);
const groups = new Set();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const [word, number] = line.split(' ');
  const pgid = Number(number);
  if (!Number.isInteger(pgid) || pgid <= 1) continue;
  if (word === 'watch') groups.add(pgid);
  if (word === 'forget') groups.delete(pgid);
}

const send = (pgid, signal) => {
  try {
    process.kill(-pgid, signal);
    return true;
  } catch {
    return false;
  }
};

const left = [...groups].filter((pgid) => send(pgid, 'SIGTERM'));
if (left.length > 0) {
  note(`the platform is gone; ending groups ${left.join(', ')}`);
  const until = Date.now() + 5000;
  while (left.some((pgid) => send(pgid, 0)) && Date.now() < until) await pause(50);
  for (const pgid of left) send(pgid, 'SIGKILL');
}
if (kind === 'temporary') rmSync(stateDir, { recursive: true, force: true, maxRetries: 5 });

function note(text) {
  try {
    appendFileSync(join(stateDir, 'logs', 'guard.log'), `${new Date().toISOString()} ${text}\n`);
  } catch {
    // the state folder was removed: nobody reads it
  }
}
