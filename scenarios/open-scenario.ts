import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPool } from '#platform/database/pool.ts';
import { runTransaction } from '#platform/database/transaction.ts';
import { chooseScenario } from './choose-scenario.ts';
import { openDemo, type Demo, type DemoOptions } from './demo.ts';
import { loadScenario } from './load.ts';
import { holdPastMeeting } from './situations/past-meeting.ts';
import { livePastVisits } from './situations/past-visits.ts';
import { openPopUps } from './situations/pop-ups.ts';
import { moveClock } from './situations/move-clock.ts';
import type { Scenario } from './scenarios.ts';

export interface ScenarioOptions extends Omit<DemoOptions, 'scenario'> {
  /** Of `--scenario NAME`. */
  readonly asked: string | undefined;
  readonly ownerUrl: string;
}

export interface OpenedScenario {
  readonly scenario: Scenario;
  readonly demo: Demo;
}

/**
 * Opens the scenario that was asked for or that lies there, the first time with all its facts, and sets the clock to its
 * moment. Nothing where a mall of somebody's own lies.
 * @throws StartProblem see `chooseScenario` and `moveClock`
 */
export async function openScenario(options: ScenarioOptions): Promise<OpenedScenario | undefined> {
  const { asked, ownerUrl, dataFolder } = options;
  const remembered = await readRemembered(dataFolder);
  const scenario = chooseScenario({ asked, remembered, malls: await listMalls(ownerUrl) });
  if (scenario === undefined) return undefined;
  await writeFile(fileOf(dataFolder), scenario.name);
  const { facts, situation } = scenario;
  if (situation.moment !== undefined) {
    // The holidays come with the facts, and the devices' links must not have run out before anybody sees them.
    const { pool, tokens, accountSecrets } = options;
    const { moment, past } = situation;
    const { mallId } = await loadScenario({ pool, facts, ...situation });
    await past?.live({ pool, tokens, accountSecrets, ownerUrl, mallId, facts, moment });
    await moveClock({ ownerUrl, zone: facts.mall.zone, moment });
  }
  const demo = await openDemo({ ...options, scenario });
  // The clock may have gone on since the last start, or to another day just now.
  const actor = { kind: 'system', id: 'scenario', mallId: null } as const;
  await runTransaction(options.pool, { actor, operation: 'scenario.load', mode: 'command' }, async (tx) => {
    await livePastVisits(tx, demo.mallId, facts);
    await holdPastMeeting(tx, demo.mallId, facts);
    await openPopUps(tx, demo.mallId, facts);
  });
  return { scenario, demo };
}

const fileOf = (dataFolder: string) => join(dataFolder, 'scenario');

async function readRemembered(dataFolder: string): Promise<string | undefined> {
  try {
    return (await readFile(fileOf(dataFolder), 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return undefined;
  }
}

async function listMalls(ownerUrl: string): Promise<{ slug: string; sampleData: boolean }[]> {
  const owner = openPool(ownerUrl, { connectionsMax: 1 });
  try {
    const { rows } = await owner.query<{ slug: string; sampleData: boolean }>(
      'select slug, sample_data as "sampleData" from mall order by slug limit 10',
    );
    return rows;
  } finally {
    await owner.end();
  }
}
