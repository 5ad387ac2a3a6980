import type { AgencyKind } from '#areas/agencies/contract.ts';
import type { WeeklyInterval } from '#areas/calendar/rules/weekly-hours.ts';
import type { LetterKind, StageKind } from '#areas/establishment/rules/stages.ts';
import type { Fee } from '#areas/services/contract.ts';
import type { Habit } from './situations/past-presence.ts';
import type { StudyFacts } from './situations/past-study.ts';

/**
 * The shape of a scenario: a named situation in plain data, from which a demonstration, a test or a benchmark
 * is set up. Facts only: no ids, no clock, nothing that a database has to know first. References between the
 * parts are by slug, code or number, so that a scenario can be read and checked without running it.
 */
export interface ScenarioFacts {
  readonly mall: MallFacts;
  readonly sites: readonly SiteFacts[];
  readonly zones: readonly ZoneFacts[];
  readonly agencies: readonly AgencyFacts[];
  readonly services: readonly ServiceFacts[];
  readonly staff: readonly StaffFacts[];
  /** The day on which the agencies signed, where a source gives it. */
  readonly signing?: SigningFacts;
  /** What is known of the way to the launch. */
  readonly way?: WayFacts;
  /** The urgency study at its beginning. */
  readonly study?: StudyFacts;
}

/** Days are YYYY-MM-DD. */
export interface WayFacts {
  readonly stages: readonly {
    readonly kind: StageKind;
    readonly from: string;
    readonly until: string | null;
    readonly responsible?: string;
    readonly place?: string;
    readonly notes?: string;
    readonly togetherWith?: number;
    /** Where the sources name no paper: why it is told as done all the same. */
    readonly withoutPapers?: string;
  }[];
  readonly letters: readonly {
    readonly kind: LetterKind;
    readonly stage: StageKind;
    readonly number?: string;
    readonly day: string;
    readonly title: string;
    readonly issuer: string;
  }[];
  /** The day on which each booth opened, by the agency's slug; `others` for all that are not named. */
  readonly opened: { readonly others: string; readonly bySlug?: Readonly<Record<string, string>> };
}

/** One ceremony with all agencies, and how they kept their word since. */
export interface SigningFacts {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly place: string;
  readonly beginsOn: string;
  /** Who signs for the region; `numbers` is the pattern of its numbers. */
  readonly head: {
    readonly name: string;
    readonly position: string;
    readonly authority: string;
    readonly numbers: string;
  };
  /** Length of the terms. */
  readonly years: { readonly region: number; readonly bank: number; readonly others: number };
  /** Terms that end on a day of their own, by the agency's slug. */
  readonly shorter?: Readonly<Record<string, string>>;
  /** Invented: who stays away or opens late, by the agency's slug. */
  readonly habits?: Readonly<Record<string, Habit>>;
}

export interface MallFacts {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly regency: string;
  /** IANA name of the mall's time zone. */
  readonly zone: string;
  /** YYYY-MM-DD; null before the launch, or where no source gives the day. */
  readonly launchedOn: string | null;
  /** Everything in a scenario is sample data, and the screens must say so. */
  readonly sampleData: true;
}

export interface SiteFacts {
  readonly slug: string;
  readonly name: string;
  readonly address: string;
  readonly floors: readonly number[];
  /** A pop-up: it began so many days before the scenario's own day, and goes on for so many after it. */
  readonly lasts?: { readonly daysBefore: number; readonly daysAfter: number };
}

/** A part of the hall with its own call board. */
export interface ZoneFacts {
  readonly slug: string;
  readonly name: string;
  readonly floor: number;
  /** The slug of its site; the first site where it is left out. */
  readonly site?: string;
}

/** How far a fact is to be trusted: read in a source, remembered from the field, or merely likely. */
export type Confidence = 'seen' | 'recalled' | 'plausible';

export interface AgencyFacts {
  readonly slug: string;
  /** The official, full name. */
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  /** One or two letters that begin its ticket numbers; never I, O or Q. */
  readonly series: string;
  /** The name of a lucide icon. */
  readonly icon: string;
  /** The slug of its zone. */
  readonly zone: string;
  /** The hours that an agency of this kind keeps in a real mall. */
  readonly realWeekly: readonly WeeklyInterval[];
  readonly realServesHolidays: boolean;
  /** The hours of the demonstration, which is open whenever somebody tries it. */
  readonly demoWeekly: readonly WeeklyInterval[];
  /** Goes with `demoWeekly`: a demonstration that shuts on holidays would look broken. */
  readonly servesHolidays: boolean;
  /** No new number is given this many minutes before closing. */
  readonly lastIntakeMinutes: number;
  /** The numbers of its counters, unique in the mall. */
  readonly counters: readonly number[];
  /** What one of its counters is limited to, by the slugs of services. */
  readonly limits?: readonly { readonly counter: number; readonly services: readonly string[] }[];
  /** It comes to another agency's booth on these weekdays, 1 for Monday, and has no counters of its own. */
  readonly comesTo?: { readonly agency: string; readonly weekdays: readonly number[] };
  readonly confidence: Confidence;
  readonly sourceNote: string;
}

/** A stretch of days with other hours, of the whole mall. */
export interface SeasonFacts {
  readonly name: string;
  readonly basis: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly hours: readonly WeeklyInterval[];
}

/** How soon the result is promised, counted from a complete file. */
export type PromisedTime =
  | {
      readonly kind: 'range' | 'exact';
      readonly min: number;
      readonly max: number;
      readonly unit: 'working-days' | 'calendar-days' | 'hours' | 'minutes';
    }
  | { readonly kind: 'same-day' }
  | { readonly kind: 'unknown' };

export interface ServiceFacts {
  /** Short and stable, such as 'DKC-01'. */
  readonly code: string;
  readonly slug: string;
  /** The slug of its agency. */
  readonly agency: string;
  readonly name: string;
  readonly nameEn: string;
  /** Time at the counter, not until the result. */
  readonly expectedMinutes: number;
  /** `unknown` is not free: a fee that no source gives stays unknown. The basis names the rule or the source. */
  readonly fee: Fee;
  readonly promisedTime: PromisedTime;
  /** In the words of a citizen; empty where they are not reasonably known. */
  readonly requirements: readonly string[];
  readonly confidence: Confidence;
  readonly sourceNote: string;
}

export interface StaffFacts {
  readonly email: string;
  readonly name: string;
  readonly role: 'officer' | 'agency-head' | 'manager' | 'administrator' | 'region-head';
  /** The slug of the agency; officers and agency heads have one. */
  readonly agency?: string;
  /** The counter where an officer usually sits. */
  readonly counter?: number;
}

/** How the simulated crowd behaves. Shares are between 0 and 1. */
export interface DemandFacts {
  readonly sampleData: true;
  /** Visitors who arrive in each hour of the mall's day, 24 numbers from 00.00 on. */
  readonly visitorsByHour: readonly number[];
  /** Of 1 000 visitors, how many want the service, by service code. */
  readonly visitorsPerThousand: Readonly<Record<string, number>>;
  readonly priorityShare: number;
  /** Of the called, how many never come to the counter. */
  readonly noShowShare: number;
  readonly serviceFactor: ServiceFactor;
  readonly rating: RatingFacts;
}

/**
 * Time at the counter = the service's expected minutes × a factor drawn from a lognormal law with this mean and
 * coefficient of variation, cut off at both ends.
 */
export interface ServiceFactor {
  readonly law: 'lognormal';
  readonly mean: number;
  readonly variationCoefficient: number;
  readonly min: number;
  readonly max: number;
}

export interface RatingFacts {
  /** Of the served, how many answer the one question. */
  readonly answeredShare: number;
  /** Share of each answer; 4 is best, as in the satisfaction survey's scale (Permen PANRB 14/2017). */
  readonly shareByScore: Readonly<Record<1 | 2 | 3 | 4, number>>;
}
