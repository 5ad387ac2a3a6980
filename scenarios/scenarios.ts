import { balanganDemand } from './balangan/demand.ts';
import { balangan } from './balangan/facts.ts';
import { banjarbaru, banjarbaruFirstEight } from './banjarbaru/facts.ts';
import { buleleng } from './buleleng/facts.ts';
import type { DemandFacts, ScenarioFacts } from './scenario-facts.ts';
import { everyDay, situations, type Situation } from './situations/situations.ts';
import { demandFor } from './usual/usual-services.ts';

/** A mall in a situation, under the name by which it is opened. */
export interface Scenario {
  readonly name: string;
  readonly facts: ScenarioFacts;
  readonly demand: DemandFacts;
  readonly situation: Situation;
}

const malls: Readonly<Record<string, Pick<Scenario, 'facts' | 'demand'>>> = {
  balangan: { facts: balangan, demand: balanganDemand },
  banjarbaru: {
    facts: banjarbaru,
    demand: demandFor(banjarbaru.services, {
      base: balanganDemand,
      own: { 'BNN-01': 10, 'BNN-02': 2, 'BNN-03': 1 },
    }),
  },
  'banjarbaru-first-eight': {
    facts: banjarbaruFirstEight,
    demand: demandFor(banjarbaruFirstEight.services, { base: balanganDemand }),
  },
  buleleng: {
    facts: buleleng,
    demand: demandFor(buleleng.services, {
      base: balanganDemand,
      own: { 'IMI-01': 24, 'IMI-02': 8, 'FST-01': 20, 'FST-02': 8 },
    }),
  },
};

export const DEFAULT_SCENARIO = 'balangan';

/** Names of malls and of situations, which can be put together: `buleleng+friday`. */
export const mallNames: readonly string[] = Object.keys(malls);
export const situationNames: readonly string[] = Object.keys(situations);

/**
 * A mall's name, a situation's, or both with a plus between them. A situation alone takes place in Balangan, a mall
 * alone is open around the clock. Undefined when there is no such name.
 */
export function findScenario(name: string): Scenario | undefined {
  const [first = '', second, ...more] = name.split('+');
  if (more.length > 0) return undefined;
  const [mallName, situationName] =
    second === undefined && Object.hasOwn(situations, first) ? [DEFAULT_SCENARIO, first] : [first, second];
  if (!Object.hasOwn(malls, mallName)) return undefined;
  const mall = malls[mallName]!;
  if (situationName === undefined) return { name, ...mall, situation: everyDay };
  if (!Object.hasOwn(situations, situationName)) return undefined;
  const situation = situations[situationName]!;
  return { name, ...mall, situation };
}
