import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FixedClock } from './clock.ts';
import { MovableClock } from './movable-clock.ts';

const day = 86_400_000;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the movable business clock', () => {
  it('is real time while nobody has moved it', () => {
    const clock = new MovableClock(join(folder, 'none.json'));
    expect(clock.offsetMs()).toBe(0);
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it('is seen by every holder of the file as soon as it is moved', () => {
    const file = join(folder, 'sub', 'clock.json');
    const mover = new MovableClock(file);
    const reader = new MovableClock(file);
    expect(reader.offsetMs()).toBe(0);
    expect(mover.moveTo(3 * day)).toBe(true);
    expect(reader.offsetMs()).toBe(3 * day);
    expect(mover.moveTo(4 * day)).toBe(true);
    expect(reader.offsetMs()).toBe(4 * day);
    expect(reader.now().getTime() - Date.now()).toBeGreaterThan(4 * day - 1_000);
  });

  it('does not go back', () => {
    const clock = new MovableClock(join(folder, 'clock.json'));
    clock.moveTo(2 * day);
    expect(clock.moveTo(day)).toBe(false);
    expect(clock.moveTo(0.5)).toBe(false);
    expect(clock.offsetMs()).toBe(2 * day);
  });

  it('refuses a file that is not its own rather than guess a time', () => {
    const file = join(folder, 'clock.json');
    writeFileSync(file, '{"offsetMs":"tomorrow"}');
    expect(() => new MovableClock(file).now()).toThrow('offsetMs');
  });
});

it('the fixed clock stands still until it is advanced', () => {
  const clock = new FixedClock('2027-03-20T10:00:00Z');
  expect(clock.now().toISOString()).toBe('2027-03-20T10:00:00.000Z');
  clock.advance(day);
  expect(clock.now().toISOString()).toBe('2027-03-21T10:00:00.000Z');
});
