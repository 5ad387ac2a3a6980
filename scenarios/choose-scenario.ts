import { StartProblem } from '#platform/database/start-problem.ts';
import { DEFAULT_SCENARIO, findScenario, mallNames, situationNames, type Scenario } from './scenarios.ts';

export interface ScenarioChoice {
  /** Of `--scenario NAME`. */
  readonly asked: string | undefined;
  /** Which scenario was opened in this data folder before. */
  readonly remembered: string | undefined;
  /** The malls of this installation. */
  readonly malls: readonly { readonly slug: string; readonly sampleData: boolean }[];
}

/**
 * Which scenario is opened: the one asked for, else the one that lies there, else Balangan in an empty installation.
 * None where somebody's own mall lies: sample people have no business there.
 * @throws StartProblem scenario-unknown; scenario-elsewhere when another one lies there
 */
export function chooseScenario({ asked, remembered, malls }: ScenarioChoice): Scenario | undefined {
  const present = remembered ?? guessPresent(malls);
  if (asked === undefined) {
    return present === 'none' ? getScenario(DEFAULT_SCENARIO) : findScenario(present);
  }
  const scenario = getScenario(asked);
  if (present !== 'none' && present !== asked) throw elsewhereProblem(asked, present);
  return scenario;
}

/** What lay there before scenarios were remembered. A mall that is no sample is called by its own name. */
function guessPresent(malls: ScenarioChoice['malls']): string {
  const [mall] = malls;
  if (mall === undefined) return 'none';
  return mall.sampleData ? mall.slug : `MPP ${mall.slug}`;
}

/** @throws StartProblem scenario-unknown */
export function getScenario(name: string): Scenario {
  const scenario = findScenario(name);
  if (scenario !== undefined) return scenario;
  const [malls, situations] = [mallNames.join(', '), situationNames.join(', ')];
  throw new StartProblem(
    'scenario-unknown',
    `Tidak ada skenario ${name}; yang ada: mal ${malls}; situasi ${situations}; atau keduanya, misalnya buleleng+friday.`,
    `There is no scenario ${name}; there are the malls ${malls}; the situations ${situations}; or both, such as buleleng+friday.`,
  );
}

function elsewhereProblem(asked: string, present: string): StartProblem {
  return new StartProblem(
    'scenario-elsewhere',
    `Folder data ini berisi ${present}, bukan ${asked}; pilih folder lain dengan BALAIRUNG_DATA.`,
    `This data folder holds ${present}, not ${asked}; choose another one with BALAIRUNG_DATA.`,
  );
}
