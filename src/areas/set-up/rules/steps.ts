/** What a mall has, as far as the guide looks at it. */
export interface Progress {
  readonly sites: number;
  readonly zones: number;
  readonly agencies: number;
  readonly agenciesWithoutCounter: number;
  readonly services: number;
  readonly agenciesWithoutService: number;
  readonly agenciesWithHours: number;
  readonly agenciesWithoutHours: number;
  /** Who can come in and sit at a counter. */
  readonly officers: number;
  readonly agenciesWithoutOfficer: number;
  /** Links that were handed over and wait. */
  readonly invited: number;
  readonly kiosks: number;
  readonly boards: number;
  /** The first number that a person took: `A-001`, when. */
  readonly firstNumber: { readonly code: string; readonly at: string } | null;
}

export const STEPS = ['places', 'agencies', 'services', 'hours', 'officers', 'devices', 'number'] as const;
export type Step = (typeof STEPS)[number];

/** What is still missing in a step; nothing where it is done. */
export function isDone(step: Step, mall: Progress): boolean {
  switch (step) {
    case 'places':
      return mall.sites > 0 && mall.zones > 0;
    case 'agencies':
      return mall.agencies > 0 && mall.agenciesWithoutCounter === 0;
    case 'services':
      return mall.services > 0 && mall.agenciesWithoutService === 0;
    case 'hours':
      return mall.agencies > 0 && mall.agenciesWithoutHours === 0;
    case 'officers':
      return mall.agencies > 0 && mall.agenciesWithoutOfficer === 0;
    case 'devices':
      return mall.kiosks > 0 && mall.boards > 0;
    case 'number':
      return mall.firstNumber !== null;
  }
}

/** The one step to take now: the first that is not done. Undefined where the mall is set up. */
export function nextStep(mall: Progress): Step | undefined {
  return STEPS.find((step) => !isDone(step, mall));
}
