import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isLocalAddress } from './local-address.ts';

describe('where a printer may stand', () => {
  it('is the hall’s own network or this machine', () => {
    for (const address of [
      '10.0.0.1',
      '10.255.255.255',
      '172.16.0.1',
      '172.31.255.254',
      '192.168.1.50',
      '127.0.0.1',
    ])
      assert.ok(isLocalAddress(address), address);
  });

  it('is nowhere else: no public address, no neighbour of a private range, no cloud’s secret', () => {
    for (const address of [
      '8.8.8.8',
      '11.0.0.1',
      '172.15.255.255',
      '172.32.0.1',
      '192.167.255.255',
      '192.169.0.1',
      '169.254.169.254',
      '100.64.0.1',
      '0.0.0.0',
      '255.255.255.255',
    ])
      assert.ok(!isLocalAddress(address), address);
  });

  it('is neither a name nor another spelling', () => {
    for (const text of [
      '',
      'localhost',
      'printer.local',
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '010.0.0.1',
      '10.0.0.256',
      '10.0.0.1:9100',
      '10.0.0.1/8',
      ' 10.0.0.1',
      '10.0.0.1.',
      '::1',
      '::ffff:10.0.0.1',
      '10.0.0.-1',
      '١٠.0.0.1',
    ])
      assert.ok(!isLocalAddress(text), text);
  });

  it('needs four plain numbers, whatever else is written', () => {
    fc.assert(fc.property(fc.string(), (text) => !isLocalAddress(text) || /^\d+\.\d+\.\d+\.\d+$/.test(text)));
  });
});
