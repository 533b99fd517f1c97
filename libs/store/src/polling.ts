import type { DueDeadline } from './aggregate.ts';
import { duesOf } from './copies.ts';
import type { Deadlines } from './deadlines.ts';
import type { Engine } from './engine.ts';
import { parseDueKey } from './keys.ts';
import type { AnyKeeper } from './keeper.ts';
import type { DueRow } from './rows.ts';

/**
 * The deadlines whose time has come, earliest first. Each is looked up in the newest state: a row that a crash left behind is
 * mended instead of being told, or it would be polled for ever.
 */
export async function dueDeadlines(
  parts: { engine: Engine; deadlines: Deadlines; keeperOf: (aggregate: string) => AnyKeeper | undefined },
  now: Date,
  limit: number,
): Promise<DueDeadline[]> {
  const found: DueDeadline[] = [];
  for (const row of await parts.deadlines.due(now, limit)) {
    const key = parseDueKey(row._id);
    const keeper = key && parts.keeperOf(key.aggregate);
    if (!key || !keeper) {
      parts.engine.logger.error(
        { due: row._id },
        'a deadline names an aggregate that this service does not keep',
      );
      continue;
    }
    if (await isOpen(parts.deadlines, keeper, key, row)) found.push({ ...key, at: row.at });
  }
  return found;
}

async function isOpen(
  deadlines: Deadlines,
  keeper: AnyKeeper,
  { id, name }: { id: string; name: string },
  row: DueRow,
): Promise<boolean> {
  await keeper.prepare();
  const newest = await keeper.revisions.newest(id, (await keeper.copies.get(id))?.revision ?? row.revision);
  if (!newest) return false;
  const dues = newest.state === null ? {} : duesOf(keeper.aggregate, JSON.parse(newest.state));
  if (dues[name] === row.at.toISOString()) return true;
  await keeper.copies.bring(newest, { force: true, suspects: [name] });
  // An aggregate that no longer has deadlines at all does not write any.
  if (!keeper.aggregate.due) await deadlines.remove(row._id, newest.revision);
  return false;
}
