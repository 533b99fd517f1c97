import { describe, expect, it } from '@jest/globals';
import { parseArguments } from '../arguments.ts';
import { parseReplicas } from '../replicas.ts';

describe('arguments', () => {
  it('reads text, numbers and flags, with a blank or with =', () => {
    const options = parseArguments(['--replicas', 'payments=2', '--port-base=5200', '--no-build'], {
      replicas: 'text',
      'port-base': 'number',
      'no-build': 'flag',
    });
    expect(options).toEqual({ replicas: 'payments=2', 'port-base': 5200, 'no-build': true });
  });

  it.each([
    [['--nonsense'], 'Accepted: --replicas'],
    [['--port-base', 'abc'], '--port-base must be a whole number'],
    [['--port-base', '80'], '--port-base must be a whole number'],
    [['stray'], 'Accepted: --replicas'],
  ])('refuses %j, naming what is accepted', (args, message) => {
    expect(() => parseArguments(args, { replicas: 'text', 'port-base': 'number' })).toThrow(message);
  });
});

describe('replicas', () => {
  it('runs each service once unless told otherwise', () => {
    expect(parseReplicas('payments=2,gateway=3')).toEqual({
      gateway: 3,
      applications: 1,
      documents: 1,
      payments: 2,
      evaluation: 1,
      notifications: 1,
    });
  });

  it('takes all= for every service', () => {
    expect(Object.values(parseReplicas('all=2'))).toEqual([2, 2, 2, 2, 2, 2]);
  });

  it.each(['payment=2', 'payments', 'payments=0', 'payments=1.5', 'payments=10', 'gateway=x'])(
    'refuses %s',
    (text) => {
      expect(() => parseReplicas(text)).toThrow('services: all, gateway, applications');
    },
  );
});
