import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLog } from './create-log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(createLog('info', { write: (line) => (text += line) }));
  return text;
}

test('what opens a door or names a person does not reach the log, at the top of a line or a step below', () => {
  const secrets = {
    password: 's3cret-1',
    token: 's3cret-2',
    secret: 's3cret-3',
    cookie: 's3cret-4',
    authorization: 's3cret-5',
    email: 's3cret-6',
    headers: { cookie: 's3cret-7' },
  };
  const text = logged((log) => {
    log.info(secrets, 'top');
    log.info({ request: secrets }, 'below');
  });
  assert.match(text, /"msg":"top"/);
  assert.match(text, /"msg":"below"/);
  assert.doesNotMatch(text, /s3cret/);
});

test('an error keeps its code, its cause and its place, but not the rows that the database quotes', () => {
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (token)=(s3cret-8) already exists.',
    where: 's3cret-9',
    parameters: ['s3cret-10'],
  });
  const text = logged((log) => log.error({ err: cause, incident: '7K3-28A' }, 'fault'));
  assert.match(text, /23505/);
  assert.match(text, /7K3-28A/);
  assert.match(text, /create-log\.test\.ts/);
  assert.doesNotMatch(text, /s3cret/);
});

test('an error inside another is told without the quoted rows too', () => {
  const cause = Object.assign(new Error('inner'), { detail: 's3cret-11' });
  const text = logged((log) => log.error({ err: new Error('outer', { cause }) }, 'fault'));
  assert.match(text, /outer: inner|inner/);
  assert.doesNotMatch(text, /s3cret/);
});
