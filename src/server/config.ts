import { isIP } from 'node:net';
import { StartProblem } from '#platform/database/start-problem.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach us, without a trailing slash: QR codes and secure cookies depend on it. */
  readonly publicUrl: string;
  /** False where nobody set PUBLIC_URL: the address above is then good on this machine only. */
  readonly publicUrlGiven: boolean;
  /** Addresses and networks of the proxies in front of us; empty where people reach us directly. */
  readonly trustedProxies: readonly string[];
  readonly requestsPerMinuteMax: number;
  readonly logLevel: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'];

/** Reads HOST, PORT, PUBLIC_URL and the few BALAIRUNG_* settings. @throws StartProblem with the sentence to show */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = readWhole(env, 'PORT', 3000, 0, 65_535);
  const host = env['HOST'] || '127.0.0.1';
  const publicUrl = readUrl(env['PUBLIC_URL'] || `http://localhost:${port}`);
  const logLevel = env['BALAIRUNG_LOG'] || 'warn';
  if (!LOG_LEVELS.includes(logLevel)) throw badSetting('BALAIRUNG_LOG', LOG_LEVELS.join(', '));
  return {
    host,
    port,
    publicUrl,
    publicUrlGiven: Boolean(env['PUBLIC_URL']),
    trustedProxies: readProxies(env['BALAIRUNG_TRUST_PROXY'] ?? ''),
    requestsPerMinuteMax: readWhole(env, 'BALAIRUNG_REQUESTS_PER_MINUTE', 1200, 0, 1_000_000),
    logLevel,
  };
}

function readWhole(
  env: NodeJS.ProcessEnv,
  name: string,
  otherwise: number,
  min: number,
  max: number,
): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) throw badSetting(name, `${min}–${max}`);
  return value;
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) throw badSetting('PUBLIC_URL', 'https://mpp.example.go.id');
  return url.href.replace(/\/+$/, '');
}

/** Only named machines are believed: whoever is believed chooses the address that the limits count. */
function readProxies(text: string): string[] {
  const places = text
    .split(',')
    .map((place) => place.trim())
    .filter((place) => place !== '');
  if (!places.every(isPlace)) throw badSetting('BALAIRUNG_TRUST_PROXY', 'loopback, 10.0.0.5, 10.0.0.0/29');
  return places;
}

function isPlace(text: string): boolean {
  if (text === 'loopback') return true;
  const [address = '', length, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  if (length === undefined) return true;
  // A network of length 0 is everybody.
  return /^[1-9]\d{0,2}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128);
}

function badSetting(name: string, expected: string): StartProblem {
  return new StartProblem(
    'bad-setting',
    `Pengaturan ${name} tidak dapat dipakai; yang berlaku: ${expected}.`,
    `The setting ${name} cannot be used; expected: ${expected}.`,
  );
}
