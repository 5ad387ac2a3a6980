import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { staff } from '#scenarios/balangan/staff.ts';
import { toHeader, type Cookie } from '../server/installation.ts';

const PROGRAM = join(import.meta.dirname, 'hand-program.ts');
const AGENCY = 'disdukcapil';
const SERVICE = 'ktp-el-hilang-rusak';

interface AnyOrder {
  /** Servers on one database: each request goes to any of them. */
  readonly urls: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly pauseMsMax: number;
}
export interface KioskOrder extends AnyOrder {
  readonly kind: 'kiosk';
  readonly service: string;
}
export interface OfficerOrder extends AnyOrder {
  readonly kind: 'officer';
  readonly counterId: string;
}
export type HandOrder = KioskOrder | OfficerOrder;

/** What a server promised to a pair of hands. */
export type Acknowledged =
  | { readonly did: 'issued'; readonly code: string }
  | { readonly did: 'called'; readonly ticketId: string; readonly code: string }
  | { readonly did: 'ended'; readonly ticketId: string; readonly outcome: string };

export interface Hand {
  /** Lets it end what it is doing; what it was promised. */
  stop(): Promise<Acknowledged[]>;
}

/** Starts one process; it presses from now on. */
async function startHand(order: HandOrder): Promise<Hand> {
  const child = fork(PROGRAM, [JSON.stringify(order)], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let complaint = '';
  child.stderr!.on('data', (text: Buffer) => (complaint += text.toString()));
  const ended = once(child, 'exit');
  const hear = async () => {
    const heard = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
    if (heard === undefined) throw new Error(`a hand let go: ${complaint}`);
    return heard[0] as unknown;
  };
  await hear();
  return {
    async stop() {
      const said = hear();
      if (child.connected) child.send('stop');
      const promised = (await said) as Acknowledged[];
      await ended;
      return promised;
    },
  };
}

interface Hall {
  readonly url: string;
  readonly kioskLink: string;
  signIn(email: string): Promise<Cookie[]>;
  sql<Row extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<Row[]>;
}

/** Four visitors and the agency's four officers, each in a process of its own, against these servers. */
export async function startHands(
  hall: Hall,
  urls: readonly string[] = [hall.url],
  pauseMsMax = 30,
): Promise<Hand[]> {
  const kiosk = await claimKiosk(hall);
  const counters = await hall.sql<{ id: string; number: number }>(
    `select c.id, c.number from counter c join booth b on b.mall_id = c.mall_id and b.id = c.booth_id
       join agency a on a.mall_id = b.mall_id and a.id = b.agency_id where a.slug = $1 order by c.number`,
    [AGENCY],
  );
  const officers = staff.filter(({ agency, role }) => agency === AGENCY && role === 'officer');
  const orders: HandOrder[] = Array.from({ length: 4 }, () => ({
    kind: 'kiosk',
    urls,
    pauseMsMax,
    service: SERVICE,
    headers: { cookie: kiosk, 'x-balairung-as': 'device' },
  }));
  for (const [place, officer] of officers.entries()) {
    const cookie = toHeader(await hall.signIn(officer.email));
    const counterId = counters[place]!.id;
    orders.push({ kind: 'officer', urls, pauseMsMax, counterId, headers: { cookie } });
  }
  return Promise.all(orders.map(startHand));
}

async function claimKiosk({ url, kioskLink }: Hall): Promise<string> {
  const token = new URL(kioskLink).searchParams.get('pasang');
  const response = await fetch(`${url}/rpc/staff/claimPairing`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `claim-${Date.now()}` },
    body: JSON.stringify({ json: { token } }),
  });
  const [line] = response.headers.getSetCookie();
  if (line === undefined) throw new Error(`the kiosk was not paired: ${await response.text()}`);
  return line.split(';', 1)[0]!;
}
