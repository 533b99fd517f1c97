import { describe, expect, it } from '@jest/globals';
import type { Aggregate, Deadline, Summary } from './aggregate.ts';
import { duesOf, fieldsOf } from './copies.ts';

const of = (summary: unknown, due: Deadline[] = []): Aggregate<object> => ({
  name: 'thing',
  summary: () => summary as Summary,
  due: () => due,
});

describe('the fields of a copy', () => {
  it('are the scalars of the summary; what is undefined is left out', () => {
    expect(fieldsOf(of({ a: 1, b: 'x', c: false, d: null, e: undefined }), {})).toEqual({
      a: 1,
      b: 'x',
      c: false,
      d: null,
    });
  });

  it.each([{ a: {} }, { a: [] }, { a: new Date(0) }])('are not wide: %j', (summary) => {
    expect(() => fieldsOf(of(summary), {})).toThrow('thing: a in the summary is not a scalar');
  });

  it.each(['_id', 'id', 'revision', 'erased', 'dues', 'a.b', '$a'])('cannot be named %s', (name) => {
    expect(() => fieldsOf(of({ [name]: 1 }), {})).toThrow(`a summary of thing cannot have a field ${name}`);
  });
});

describe('the deadlines of a state', () => {
  const at = new Date('2026-12-01T08:00:00Z');

  it('are shown by name and time', () => {
    expect(duesOf(of({}, [{ name: 'offer-lapses', at }]), {})).toEqual({
      'offer-lapses': '2026-12-01T08:00:00.000Z',
    });
    expect(duesOf({ name: 'thing', summary: () => ({}) }, {})).toEqual({});
  });

  it('have names of their own, and times', () => {
    expect(() => duesOf(of({}, [{ name: 'Offer', at }]), {})).toThrow('kebab-case');
    expect(() => duesOf(of({}, [{ name: 'a/b', at }]), {})).toThrow('kebab-case');
    expect(() =>
      duesOf(
        of({}, [
          { name: 'a', at },
          { name: 'a', at },
        ]),
        {},
      ),
    ).toThrow('two deadlines named a');
    expect(() => duesOf(of({}, [{ name: 'a', at: new Date('never') }]), {})).toThrow('Invalid time value');
  });
});
