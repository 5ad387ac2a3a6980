import { atMost, type Part } from '../figures.ts';
import { Caller, type Call } from '../hall/caller.ts';
import { openHall } from '../hall/hall.ts';
import { kioskBearer, officerCookie, serviceSlug } from '../hall/scene.ts';
import { recordCommand } from '../hall/scripts.ts';
import type { Trip } from '../programs/trips.ts';

const ROUNDS = 5;
const TRIPS_MAX = 5;
const STATEMENTS_MAX = 8;

/** How often a command goes to the database, and with how many statements. */
export const costPart: Part = {
  name: 'cost',
  title: 'Cost of a command',
  async run() {
    const hall = await openHall();
    const caller = new Caller(hall.url, 1);
    try {
      await hall.scene.reset(3);
      const counted = new Map<string, Trip[][]>();
      const press = async (name: string, call: Call) => {
        counted.set(name, [...(counted.get(name) ?? []), await recordCommand(hall, call)]);
      };
      // Once a minute and on a connection's first use more is read; that is not what a command costs.
      await caller.succeed(issue(0));
      for (let officer = 0; officer < ROUNDS; officer += 1) await pressAll(officer * 7, press, caller);
      return { figures: [...counted].flatMap(([name, rounds]) => figuresOf(name, rounds)), notes: NOTES };
    } finally {
      caller.close();
      await hall.stop();
    }
  },
};

const NOTES = [
  'Counted where the driver sends, by HTTP from session or device check to COMMIT. BEGIN and COMMIT are statements. The notification of other processes is one for all commits of 20 ms and not part of a command.',
];

async function pressAll(
  officer: number,
  press: (name: string, call: Call) => Promise<void>,
  caller: Caller,
): Promise<void> {
  const headers = { cookie: officerCookie(officer) };
  const desk = (operation: string, input: unknown): Call => ({
    operation: `queue/${operation}`,
    input,
    headers,
  });
  const current = async () => {
    const reply = await caller.succeed(desk('getDesk', undefined));
    return (reply as { current: { id: string } }).current.id;
  };
  await press('issue a number', issue(officer / 7));
  await press('call next', desk('callNext', {}));
  const ticketId = await current();
  await press('call again', desk('recall', { ticketId }));
  await press('start', desk('startServing', { ticketId }));
  await press('finish', desk('finish', { ticketId, outcome: 'finished' }));
  await caller.succeed(desk('callNext', {}));
  const second = await current();
  await caller.succeed(desk('startServing', { ticketId: second }));
  const finishing = { ticketId: second, outcome: 'finished' };
  await press('finish and call next', desk('callNext', { finishing }));
  await press('did not appear', desk('markAbsent', { ticketId: await current() }));
}

const issue = (agency: number): Call => ({
  operation: 'queue/issueTicket',
  input: { service: serviceSlug(agency), priority: false },
  headers: { authorization: kioskBearer() },
});

function figuresOf(name: string, rounds: readonly (readonly Trip[])[]) {
  const statements = rounds.map((trips) => trips.reduce((sum, trip) => sum + statementsIn(trip.text), 0));
  return [
    {
      ...{ name: `${name}: trips`, unit: 'count', product: rounds.map((trips) => trips.length) },
      aim: atMost(TRIPS_MAX, 'trips'),
    },
    {
      name: `${name}: statements`,
      unit: 'count',
      product: statements,
      aim: atMost(STATEMENTS_MAX, 'statements'),
    },
  ];
}

/** Only the first and the last trip of a transaction hold two: BEGIN and COMMIT travel with another. */
function statementsIn(text: string): number {
  return /^begin[a-z ]*; /.test(text) || text.endsWith('; commit') ? 2 : 1;
}
