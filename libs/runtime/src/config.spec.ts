import { describe, expect, it } from '@jest/globals';
import { baseConfig, readConfig } from './config.ts';

const complete = {
  PORT: '4000',
  MONGODB_URL: 'mongodb://localhost/',
  RABBITMQ_URL: 'amqp://localhost',
  SUBJECT_PUBLIC_KEY: 'key',
};

describe('the environment of a service', () => {
  it('is read with its types', () => {
    expect(readConfig(baseConfig, complete)).toMatchObject({
      PORT: 4000,
      NODE_ENV: 'production',
      LOG_LEVEL: 'info',
    });
  });

  it('names every variable that is missing, and no value', () => {
    const wrong = { ...complete, MONGODB_URL: 'postgres://user:hunter2@x', SUBJECT_PUBLIC_KEY: '' };
    expect(() => readConfig(baseConfig, wrong)).toThrow(/MONGODB_URL[\s\S]*SUBJECT_PUBLIC_KEY/);
    expect(() => readConfig(baseConfig, wrong)).not.toThrow(/hunter2/);
  });

  it.each(['CLOCK_FILE', 'LOCAL_ACCOUNTS_FILE', 'STRIPE_API_URL'])(
    'does not start production with %s',
    (name) => {
      expect(() => readConfig(baseConfig, { ...complete, [name]: '/tmp/x' })).toThrow(name);
      expect(() =>
        readConfig(baseConfig, { ...complete, NODE_ENV: 'development', [name]: '/tmp/x' }),
      ).not.toThrow();
    },
  );
});
