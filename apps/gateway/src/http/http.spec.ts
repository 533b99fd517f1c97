import { describe, expect, it } from '@jest/globals';
import { assert, jsonValue, property } from 'fast-check';
import { sourceKey } from '../auth/limits.ts';
import { html } from '../pages/html.ts';
import { isDeeperThan } from './json-depth.ts';
import { unknownKeys } from './unknown-keys.ts';

describe('the depth of a JSON text', () => {
  const depth = (value: unknown): number =>
    typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depth)) : 0;

  it('is that of the value, whatever its strings hold', () => {
    assert(
      property(jsonValue({ maxDepth: 6 }), (value) => {
        const text = Buffer.from(JSON.stringify(value));
        const deep = depth(value);
        expect([isDeeperThan(deep, text), deep > 0 && !isDeeperThan(deep - 1, text)]).toEqual([false, false]);
      }),
    );
  });

  it('of brackets in strings does not count, nor of escaped quotes', () => {
    expect(isDeeperThan(1, Buffer.from('{"a":"[[[[","b\\"[[":"\\\\"}'))).toBe(false);
  });
});

describe('unknown keys', () => {
  it.each([
    [{ a: 1 }, { a: 1 }, []],
    [{ a: 1, b: 2 }, { a: 1 }, ['b']],
    [{ a: { b: 1, c: [{ d: 1, e: 1 }] } }, { a: { b: 1, c: [{ d: 1 }] } }, ['a.c.0.e']],
    [{ a: undefined }, {}, []],
    [{ a: ' x ' }, { a: 'x', added: 'by default' }, []],
    [JSON.parse('{"__proto__":1}'), {}, ['__proto__']],
    [{ toString: 1 }, {}, ['toString']],
  ])('of %j parsed as %j are %j', (given, parsed, keys) => {
    expect(unknownKeys(given, parsed).map(({ path }) => path)).toEqual(keys);
  });
});

describe('the key of a source', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
    ['2001:DB8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is %s', (source, key) => {
    expect(sourceKey(source)).toBe(key);
  });
});

describe('html', () => {
  it('escapes what it is given, and not what it made', () => {
    const part = html`<b>${'<&>"\''}</b>`;
    expect(html`<p>${part}${[part]}${undefined}${7}</p>`.text).toBe(
      '<p><b>&lt;&amp;&gt;&quot;&#39;</b><b>&lt;&amp;&gt;&quot;&#39;</b>7</p>',
    );
  });
});
