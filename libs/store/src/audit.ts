import type { Deadlines } from './deadlines.ts';
import type { Engine } from './engine.ts';
import { duesOf } from './copies.ts';
import { forgetBefore, isHalfErased } from './erasing.ts';
import type { FollowUp } from './follow-up.ts';
import { dueKey } from './keys.ts';
import type { AnyKeeper } from './keeper.ts';
import type { Outbox } from './outbox.ts';
import type { RevisionRow } from './rows.ts';

export interface AuditParts {
  readonly engine: Engine;
  readonly deadlines: Deadlines;
  readonly outbox: Outbox;
  readonly followUp: FollowUp;
  readonly keepers: () => readonly AnyKeeper[];
}

export interface AuditReport {
  /** Streams looked at. */
  looked: number;
  /** Copies that were behind their newest revision. */
  behind: number;
  /** Streams with a deadline that `due` did not show, or showed at another time. */
  withoutDue: number;
  /** Erasures that were cut off and are finished now. */
  halfErased: number;
  failed: number;
}

/**
 * Looks, for every copy, whether a newer revision exists, whether its deadlines are listed and whether its erasure is finished, and
 * mends what is not: the last net under what the look ahead and the sweep have already caught (store measurements, 4).
 */
export async function audit(parts: AuditParts): Promise<AuditReport> {
  const report: AuditReport = { looked: 0, behind: 0, withoutDue: 0, halfErased: 0, failed: 0 };
  for (const keeper of parts.keepers()) {
    await keeper.prepare();
    const copies = keeper.copies.model
      .find({}, { revision: 1 })
      .lean<{ _id: string; revision: number }[]>()
      .cursor({ batchSize: 200 });
    for await (const copy of copies) {
      report.looked++;
      try {
        await auditOne(parts, keeper, copy, report);
      } catch (error) {
        report.failed++;
        parts.engine.logger.error(
          { err: error, aggregate: keeper.aggregate.name, id: copy._id },
          'the audit of a stream failed',
        );
      }
    }
  }
  parts.engine.logger.info(report, 'audit of copies, deadlines and erasures');
  return report;
}

async function auditOne(
  parts: AuditParts,
  keeper: AnyKeeper,
  copy: { _id: string; revision: number },
  report: AuditReport,
): Promise<void> {
  const newest = await keeper.revisions.newest(copy._id, copy.revision);
  if (!newest) return;
  const behind = newest.revision > copy.revision;
  const withoutDue = !(await showsItsDues(parts, keeper, newest));
  if (behind) report.behind++;
  if (withoutDue) report.withoutDue++;
  if (behind || withoutDue) await keeper.copies.bring(newest, { force: true });
  if (!(await isHalfErased(keeper, newest))) return;
  await forgetBefore({ ...parts, keeper }, newest);
  report.halfErased++;
}

async function showsItsDues(
  { deadlines }: AuditParts,
  keeper: AnyKeeper,
  row: RevisionRow,
): Promise<boolean> {
  if (!keeper.aggregate.due || row.state === null) return true;
  for (const [name, at] of Object.entries(duesOf(keeper.aggregate, JSON.parse(row.state)))) {
    const shown = await deadlines.get(dueKey(keeper.aggregate.name, row.stream, name));
    if (shown?.at.toISOString() !== at) return false;
  }
  return true;
}
