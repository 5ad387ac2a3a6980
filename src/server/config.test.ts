import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from './config.ts';

describe('the proxies that are trusted', () => {
  const proxiesOf = (text: string) => readConfig({ BALAIRUNG_TRUST_PROXY: text }).trustedProxies;

  it('are nobody by default, else machines and networks by their addresses', () => {
    assert.deepEqual(readConfig({}).trustedProxies, []);
    assert.deepEqual(proxiesOf('loopback'), ['loopback']);
    assert.deepEqual(proxiesOf('10.0.0.5, 10.0.1.0/29,fd00::1/64'), [
      '10.0.0.5',
      '10.0.1.0/29',
      'fd00::1/64',
    ]);
  });

  it('are never everybody, and never a word that says no place', () => {
    for (const text of [
      '1',
      'true',
      '*',
      'all',
      '0.0.0.0/0',
      '::/0',
      '10.0.0.0/33',
      '10.0.0.1/8/8',
      'proxy.lan',
    ])
      assert.throws(() => proxiesOf(text), { code: 'bad-setting' }, text);
  });
});
