import { describe, expect, it } from '@jest/globals';
import { readConfig } from '@admissions/runtime/config';
import { notificationsConfig } from './config.ts';

const complete = {
  NODE_ENV: 'production',
  PORT: '3000',
  MONGODB_URL: 'mongodb://localhost/',
  RABBITMQ_URL: 'amqp://localhost',
  SUBJECT_PUBLIC_KEY: 'key',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'admissions@school.example',
  MESSAGE_SEAL_KEY: 'key',
  PUBLIC_URL: 'https://school.example',
};

describe('the facts of the school', () => {
  it.each([
    ['production', { ...complete }],
    ['production, with an empty name of a file', { ...complete, INSTITUTION_FILE: '' }],
    ['production, as it is when nobody says what it is', { ...complete, NODE_ENV: undefined }],
    ['production, where something else is missing too', { ...complete, SMTP_URL: undefined }],
  ])('must be named in %s', (_where, env) => {
    expect(() => readConfig(notificationsConfig, env)).toThrow('INSTITUTION_FILE');
  });

  it('are named in production by a file', () => {
    const file = '/etc/admissions/institution.json';
    const env = { ...complete, INSTITUTION_FILE: file };
    expect(readConfig(notificationsConfig, env)).toMatchObject({ INSTITUTION_FILE: file });
  });

  it.each(['development', 'test'])('may be those of the demonstration in %s', (mode) => {
    expect(() => readConfig(notificationsConfig, { ...complete, NODE_ENV: mode })).not.toThrow();
  });
});
