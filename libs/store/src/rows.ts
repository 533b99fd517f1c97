import type { Outgoing } from '@admissions/contracts/message';
import type { Connection, Model } from 'mongoose';
import { Schema } from 'mongoose';

/**
 * A revision as it is stored. What is JSON in a state, an answer or a message is kept as JSON text: the local engine
 * refuses dots and `$` in field names and arrays in arrays, and decodes nested fields five times slower than text.
 * Nothing queries inside a state (lists read narrow copies), so that nothing is lost by it.
 */
export interface RevisionRow {
  _id: string;
  stream: string;
  revision: number;
  at: Date;
  /** Null once erased. */
  by: string | null;
  act: string;
  correlationId: string;
  /** The try that won: an outbox row with another attempt belongs to a loser. */
  attempt: string;
  cause: { id: string; fingerprint: string; answer: string | null };
  /** JSON text; null once erased. */
  state: string | null;
  /** JSON text of a list; null once erased. */
  messages: string | null;
  /** The stream ends here: what came before was erased. */
  erased: boolean;
}

/** A narrow copy: the fields of the summary beside these. */
export interface CopyRow {
  _id: string;
  revision: number;
  erased: boolean;
  /** The open deadlines that the rows in `due` show, as JSON text: `{name: time}`. */
  dues: string;
}

export interface OutboxRow {
  _id: string;
  /** Real time: the age of a row says whether its writer is still at it. */
  at: Date;
}

export interface DueRow {
  _id: string;
  /** Business time. */
  at: Date;
  revision: number;
}

export interface InboxRow {
  _id: string;
  /** Real time. */
  at: Date;
  /** What the effect gave back, as JSON text. */
  result?: string;
  /** Why nothing was to be done. */
  ignored?: string;
}

const strict = {
  strict: 'throw',
  strictQuery: true,
  versionKey: false,
  minimize: false,
  id: false,
  autoIndex: false,
  autoCreate: false,
  bufferCommands: false,
} as const;

const text = { type: String, required: true } as const;
/** Text that may be empty or null, but not absent by mistake. */
const nullableText = { type: String, default: null } as const;
const whole = { type: Number, required: true } as const;
const time = { type: Date, required: true } as const;

/** The revisions of one aggregate. */
export function revisionModel(connection: Connection, aggregate: string): Model<RevisionRow> {
  const cause = new Schema(
    { id: text, fingerprint: { type: String, default: '' }, answer: nullableText },
    { ...strict, _id: false },
  );
  const schema = new Schema<RevisionRow>(
    {
      _id: text,
      stream: text,
      revision: whole,
      at: time,
      by: nullableText,
      act: text,
      correlationId: text,
      attempt: text,
      cause: { type: cause, required: true },
      state: nullableText,
      messages: nullableText,
      erased: { type: Boolean, required: true },
    },
    strict,
  );
  // A cause changes a stream once, for ever. Every revision has a cause, so that a plain index does: a sparse compound index would
  // leave out only documents without any of its fields, and `stream` is always there (the local engine ignores `sparse` besides).
  schema.index({ stream: 1, 'cause.id': 1 }, { unique: true, name: 'cause' });
  return compile(connection, `${aggregate}.revisions`, schema);
}

/** The narrow copies of one aggregate; only the fields of its summary are free. */
export function copyModel(
  connection: Connection,
  aggregate: string,
  indexes: readonly string[],
): Model<CopyRow> {
  const schema = new Schema<CopyRow>(
    { _id: text, revision: whole, erased: { type: Boolean, required: true }, dues: text },
    { ...strict, strict: false, strictQuery: false },
  );
  for (const field of indexes) schema.index({ [field]: 1, _id: 1 }, { name: `by-${field}` });
  return compile(connection, aggregate, schema);
}

export function outboxModel(connection: Connection): Model<OutboxRow> {
  return compile(connection, 'outbox', new Schema<OutboxRow>({ _id: text, at: time }, strict));
}

export function dueModel(connection: Connection): Model<DueRow> {
  const schema = new Schema<DueRow>({ _id: text, at: time, revision: whole }, strict);
  schema.index({ at: 1 }, { name: 'by-at' });
  return compile(connection, 'due', schema);
}

export function inboxModel(connection: Connection): Model<InboxRow> {
  const schema = new Schema<InboxRow>(
    { _id: text, at: time, result: { type: String }, ignored: { type: String } },
    strict,
  );
  return compile(connection, 'inbox', schema);
}

/** A collection of plain documents, whose fields are their owner's. */
export function documentModel<T extends object>(
  connection: Connection,
  name: string,
  indexes: readonly string[],
): Model<T & { _id: string }> {
  const schema = new Schema({ _id: text }, { ...strict, strict: false, strictQuery: false });
  for (const field of indexes) schema.index({ [field]: 1 }, { name: `by-${field}` });
  return compile(connection, name, schema) as unknown as Model<T & { _id: string }>;
}

function compile<T>(connection: Connection, name: string, schema: Schema<T>): Model<T> {
  return connection.model<T>(name, schema, name);
}

/** The messages of a revision; none when they were erased. */
export function messagesOf(row: RevisionRow): readonly Outgoing[] {
  return row.messages === null ? [] : (JSON.parse(row.messages) as Outgoing[]);
}
