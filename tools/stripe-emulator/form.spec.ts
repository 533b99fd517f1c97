import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { canonicalForm, decodeForm } from './form.ts';
import { StripeProblem } from './problems.ts';
import * as r from './readers.ts';

const refusal = (work: () => unknown): StripeProblem['body'] => {
  try {
    work();
  } catch (error) {
    if (error instanceof StripeProblem) return error.body;
    throw error;
  }
  throw new Error('not refused');
};

describe('the form that the SDK sends', () => {
  it('is decoded: named parts, numbered and unnumbered lists', () => {
    const raw = decodeForm('a=1&b[c][0]=x&b[c][1]=y&expand[]=p&expand[]=q');
    const read = r.parts({
      a: r.integer(),
      b: r.parts({ c: r.list(r.text(), { max: 2 }) }),
      expand: r.list(r.text(), { max: 2 }),
    })(raw, '');
    expect(read).toEqual({ a: 1, b: { c: ['x', 'y'] }, expand: ['p', 'q'] });
  });

  it.each(['a=1&a[b]=2', 'a[b]=2&a=1', '[a]=1', 'a[b=1', `a${'[b]'.repeat(11)}=1`])(
    'is refused when malformed: %s',
    (form) => {
      expect(refusal(() => decodeForm(form)).type).toBe('invalid_request_error');
    },
  );

  it('never fails in another way than by a refusal, and never touches prototypes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          decodeForm(text);
        } catch (error) {
          expect(error).toBeInstanceOf(StripeProblem);
        }
      }),
    );
    decodeForm('__proto__[polluted]=1&constructor[prototype][polluted]=1');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is the same form in another order, and another one with another value', () => {
    expect(canonicalForm('a=1&b[0]=2')).toBe(canonicalForm('b%5B0%5D=2&a=1'));
    expect(canonicalForm('a=1&b=2')).not.toBe(canonicalForm('a=1&b=3'));
    expect(canonicalForm('a=1%262')).not.toBe(canonicalForm('a=1&2='));
  });
});

describe('readers', () => {
  const read = (reader: r.Reader<unknown>, form: string) =>
    refusal(() => r.parts({ x: reader })(decodeForm(form), ''));

  it.each([
    [r.text(), '', 'parameter_missing'],
    [r.text(), 'x=', 'parameter_invalid_empty'],
    [r.text(2), 'x=abc', 'parameter_invalid_string'],
    [r.integer(), 'x=1.5', 'parameter_invalid_integer'],
    [r.integer({ min: 1 }), 'x=0', 'parameter_invalid_integer'],
    [r.url(), 'x=javascript:alert(1)', 'url_invalid'],
    [r.url(), 'x=/merci', 'url_invalid'],
    [r.email(), 'x=a b@c.d', 'email_invalid'],
    [r.optional(r.text()), 'y=1', 'parameter_unknown'],
  ] as [r.Reader<unknown>, string, string][])('refuse %#', (reader, form, code) => {
    expect(read(reader, form)).toMatchObject({ code, doc_url: expect.stringContaining('error-codes') });
  });

  it.each([
    [r.flag(), 'x=1'],
    [r.oneOf('a', 'b'), 'x=c'],
    [r.list(r.text(), { max: 1 }), 'x[0]=a&x[1]=b'],
    [r.list(r.text(), { max: 1 }), 'x[a]=b'],
    [r.metadata(), `x[${'k'.repeat(41)}]=v`],
    [r.metadata(), `x[k]=${'v'.repeat(501)}`],
    [r.parts({}), 'x=text'],
  ] as [r.Reader<unknown>, string][])('refuse %# by name', (reader, form) => {
    expect(read(reader, form).param).toMatch(/^x/);
  });
});
