import { isDone, nextStep, STEPS, type Progress, type Step } from '#areas/set-up/rules/steps.ts';
import type { Words } from '#ui/words/id.ts';

/** Where a step is taken. */
const PLACES: Readonly<Record<Step, string>> = {
  places: '/kelola/atur/lokasi',
  agencies: '/kelola/atur/instansi',
  services: '/kelola/atur/layanan',
  hours: '/kelola/atur/jam',
  officers: '/kelola/atur/petugas',
  devices: '/kelola/perangkat',
  number: '/kelola',
};

export interface SaidStep {
  readonly step: Step;
  readonly done: boolean;
  /** The one action now. */
  readonly next: boolean;
  readonly title: string;
  readonly why: string;
  readonly has: readonly string[];
  readonly lacks: readonly string[];
  readonly go: { readonly href: string; readonly label: string };
}

/** The steps in words, each with what the mall has and what is still missing. */
export function saySteps(progress: Progress, words: Words['manager']): SaidStep[] {
  const next = nextStep(progress);
  return STEPS.map((step) => {
    return {
      step,
      done: isDone(step, progress),
      next: step === next,
      title: words[`step-${step}`],
      why: words[`why-${step}`],
      ...sayCounts(step, progress, words),
      go: { href: PLACES[step], label: words[`go-${step}`] },
    };
  });
}

function sayCounts(step: Step, mall: Progress, words: Words['manager']): Pick<SaidStep, 'has' | 'lacks'> {
  const lacks = (count: number, say: (count: number) => string) => (count > 0 ? [say(count)] : []);
  switch (step) {
    case 'places':
      return { has: [words.hasPlaces(mall.sites, mall.zones)], lacks: [] };
    case 'agencies':
      return {
        has: [words.hasAgencies(mall.agencies)],
        lacks: lacks(mall.agenciesWithoutCounter, words.lacksCounter),
      };
    case 'services':
      return {
        has: [words.hasServices(mall.services)],
        lacks: lacks(mall.agenciesWithoutService, words.lacksService),
      };
    case 'hours':
      return {
        has: [words.hasHours(mall.agenciesWithHours)],
        lacks: lacks(mall.agenciesWithoutHours, words.lacksHours),
      };
    case 'officers':
      return {
        has: [words.hasOfficers(mall.officers), ...lacks(mall.invited, words.hasInvited)],
        lacks: lacks(mall.agenciesWithoutOfficer, words.lacksOfficer),
      };
    case 'devices':
      return { has: [words.hasDevices(mall.kiosks, mall.boards)], lacks: [] };
    case 'number':
      return { has: [mall.firstNumber?.code ?? words.hasNoNumber], lacks: [] };
  }
}
