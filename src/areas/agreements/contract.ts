import { z } from 'zod';
import { WeeklyHours } from '#areas/agencies/contract.ts';
import { INTERVALS_A_DAY_MAX } from '#areas/calendar/rules/weekly-hours.ts';
import { command, read, refusals } from '#platform/contract/operation.ts';
import { DayText, Id, Instant, line, MallChoice, prose, Slug } from '#platform/contract/shapes.ts';
import { AGREEMENT_ACTS, AGREEMENT_STATES } from './rules/agreement-states.ts';
import { REMINDER_DAYS, STANDINGS } from './rules/agreement-term.ts';
import { PATTERN_LENGTH_MAX } from './rules/letter-number.ts';
import { PARTIES_MAX } from './rules/signature.ts';
import { Clause, paragraph, Spoken, Terms, Verdict } from './terms-contract.ts';

/** The law's own kinds (PP 28/2018; Permendagri 22/2020), and the placement agreement and addendum of practice. */
export const AgreementKind = z.enum([
  'pks',
  'kesepakatan-bersama',
  'nota-kesepakatan',
  'penempatan',
  'adendum',
]);
export type AgreementKind = z.infer<typeof AgreementKind>;

/** A party's part in personal data under UU 27/2022. */
export const DataRole = z.enum(['controller', 'processor', 'joint', 'none']);
export type DataRole = z.infer<typeof DataRole>;

export const PaperKind = z.enum([
  'draft',
  'authority',
  'power-of-attorney',
  'services',
  'staff',
  'signed',
  'other',
]);
export type PaperKind = z.infer<typeof PaperKind>;

const some = (length: number, least = 3) => line(least, length).nullable();

/** What is written at the head of an agreement. Days are both included; without `endsOn` it has no end. */
export const AgreementHead = z.object({
  title: line(3, 200),
  beginsOn: DayText.nullable(),
  endsOn: DayText.nullable(),
  extensionNoticeDays: z.int().min(0).max(730),
  terms: Terms,
});
export type AgreementHead = z.infer<typeof AgreementHead>;

/** Who signs for a party, on what basis, and whom to call. */
export const PartyValues = z.object({
  agencyId: Id.nullable(),
  name: line(3, 160),
  signatory: some(120),
  position: some(160),
  authority: some(300),
  delegated: z.boolean(),
  powerOfAttorney: some(200),
  dataRole: DataRole,
  contactName: some(120, 2),
  contactPhone: some(30, 6),
  contactEmail: some(120, 5),
});
export type PartyValues = z.infer<typeof PartyValues>;

/** What an agency promises: services, people, numbers a day, and when it is there. */
export const PromiseValues = z.object({
  services: z.array(Id).max(200),
  staff: z.int().min(0).max(200),
  backup: z.int().min(0).max(200),
  dailyQuota: z.int().min(1).max(9999).nullable(),
  hours: z.array(WeeklyHours).max(7 * INTERVALS_A_DAY_MAX),
});
export type PromiseValues = z.infer<typeof PromiseValues>;

const AgencyName = z.object({ id: Id, slug: Slug, shortName: z.string() });

/** An agreement in the register. */
export const AgreementLine = z.object({
  id: Id,
  kind: AgreementKind,
  title: z.string(),
  standing: z.enum(STANDINGS),
  beginsOn: DayText.nullable(),
  endsOn: DayText.nullable(),
  signedOn: DayText.nullable(),
  daysLeft: z.int().nullable(),
  /** The reminder whose day has come. */
  reminderDays: z.literal(REMINDER_DAYS).nullable(),
  agencies: z.array(AgencyName),
});
export type AgreementLine = z.infer<typeof AgreementLine>;

export const AgreementPromise = PromiseValues.extend({
  agency: AgencyName,
  services: z.array(z.object({ id: Id, name: z.string() })),
});
export type AgreementPromise = z.infer<typeof AgreementPromise>;

export const AgreementParty = PartyValues.extend({
  place: z.int(),
  number: z.string().nullable(),
  /** How it writes its numbers, where it was said. */
  pattern: z.string().nullable(),
});
export type AgreementParty = z.infer<typeof AgreementParty>;

export const Agreement = AgreementLine.extend({
  version: z.int(),
  state: z.enum(AGREEMENT_STATES),
  acts: z.array(z.enum(AGREEMENT_ACTS)),
  amends: z.object({ id: Id, title: z.string() }).nullable(),
  renews: z.object({ id: Id, title: z.string() }).nullable(),
  extensionNoticeDays: z.int(),
  signedAt: z.string().nullable(),
  endedOn: DayText.nullable(),
  endedReason: z.string().nullable(),
  handOver: z.string().nullable(),
  terms: Terms,
  ...Spoken.shape,
  parties: z.array(AgreementParty),
  promises: z.array(AgreementPromise),
  papers: z.array(
    z.object({ id: Id, kind: PaperKind, name: z.string(), sizeBytes: z.int(), addedAt: Instant }),
  ),
  /** The papers that are wanted before it can be called complete, and are not there. */
  missingPapers: z.array(PaperKind),
});
export type Agreement = z.infer<typeof Agreement>;

const keepers = { roles: ['manager', 'administrator'] as const };
const readers = { roles: ['agency-head', 'manager', 'administrator'] as const };
const one = z.object({ agreementId: Id });
const seen = one.extend({ version: z.int() });
const changed = z.object({ version: z.int() });
const kept = refusals('AGREEMENT_UNKNOWN', 'CHANGED_MEANWHILE', 'AGREEMENT_STATE');

export const agreementsContract = {
  listAgreements: read({
    access: readers,
    summary: 'The register of agreements, as far as the reader is a party',
  }).output(z.array(AgreementLine)),
  getAgreement: read({ access: readers, summary: 'One agreement with its parties, promises and papers' })
    .input(one)
    .errors(refusals('AGREEMENT_UNKNOWN'))
    .output(Agreement),
  listPublicAgreements: read({
    access: { public: true },
    path: '/agreements',
    summary: 'What agencies have promised: who, which services, which days, until when',
  })
    .input(MallChoice)
    .output(
      z.array(
        AgreementLine.pick({
          kind: true,
          signedOn: true,
          beginsOn: true,
          endsOn: true,
          agencies: true,
        }).extend({
          numbers: z.array(z.string()),
          promises: z.array(
            z.object({ agencySlug: Slug, services: z.array(z.string()), hours: z.array(WeeklyHours) }),
          ),
        }),
      ),
    ),
  draftAgreement: command({
    access: keepers,
    summary: 'Begin an agreement with an agency, from the hours and services that it has now',
  })
    .input(
      z.object({ kind: AgreementKind.exclude(['adendum']), agencyId: Id.nullable(), title: line(3, 200) }),
    )
    .errors(refusals('AGENCY_UNKNOWN'))
    .output(z.object({ agreementId: Id })),
  goOnFrom: command({ access: keepers, summary: 'Begin the renewal of an agreement, or an addendum to it' })
    .input(one.extend({ as: z.enum(['renew', 'amend']) }))
    .errors(refusals('AGREEMENT_UNKNOWN', 'AGREEMENT_STATE'))
    .output(z.object({ agreementId: Id })),
  saveHead: command({ access: keepers, summary: 'Write title, term and wording of a draft' })
    .input(AgreementHead.extend(seen.shape))
    .errors({ ...kept, ...refusals('TERM_ENDS_FIRST', 'PROMISED_TWICE', 'CLAUSE_VARIABLE') })
    .output(changed),
  saveParty: command({ access: keepers, summary: 'Write a party of a draft; without a place, one more' })
    .input(PartyValues.extend(seen.shape).extend({ place: z.int().min(1).max(PARTIES_MAX).nullable() }))
    .errors({ ...kept, ...refusals('AGENCY_UNKNOWN', 'PARTY_UNKNOWN', 'PARTY_TWICE', 'PARTIES_MANY') })
    .output(changed),
  removeParty: command({ access: keepers, summary: 'Take a party out of a draft' })
    .input(seen.extend({ place: z.int() }))
    .errors({ ...kept, ...refusals('PARTY_UNKNOWN') })
    .output(changed),
  savePromise: command({ access: keepers, summary: 'Write what an agency promises in a draft' })
    .input(PromiseValues.extend(seen.shape).extend({ agencyId: Id }))
    .errors({
      ...kept,
      ...refusals('AGENCY_UNKNOWN', 'SERVICE_UNKNOWN', 'HOURS_WRONG', 'PROMISED_TWICE'),
    })
    .output(changed),
  removePromise: command({ access: keepers, summary: 'Take an agency’s promise out of a draft' })
    .input(seen.extend({ agencyId: Id }))
    .errors({ ...kept, ...refusals('AGENCY_UNKNOWN') })
    .output(changed),
  moveAgreement: command({
    access: keepers,
    summary: 'Send to the parties, agree for all, or open again for writing',
  })
    .input(seen.extend({ act: z.enum(['send', 'agree', 'reopen']) }))
    .errors({ ...kept, ...refusals('PARTIES_FEW', 'PARTIES_OPEN') })
    .output(changed),
  tellVerdict: command({
    access: readers,
    summary: 'Put down what a party says of the draft that goes around: it agrees, or wants changes',
  })
    .input(seen.extend({ place: z.int(), verdict: Verdict, note: paragraph }))
    .errors({ ...kept, ...refusals('PARTY_UNKNOWN', 'CHANGES_UNNAMED') })
    .output(changed),
  listClauses: read({ access: keepers, summary: 'How each kind of agreement is usually worded' }).output(
    z.array(Clause),
  ),
  saveClause: command({ access: keepers, summary: 'Word a clause for agreements to come; null: as it came' })
    .input(
      Clause.pick({ kind: true, subject: true, version: true }).extend({
        wording: prose(3, 2000).nullable(),
      }),
    )
    .errors(refusals('CLAUSE_VARIABLE', 'CHANGED_MEANWHILE'))
    .output(z.object({ saved: z.literal(true) })),
  signAgreement: command({ access: keepers, summary: 'Put the signatures down: where and when' })
    .input(seen.extend({ signedOn: DayText, signedAt: line(3, 160) }))
    .errors({
      ...kept,
      ...refusals(
        'PARTIES_FEW',
        'AUTHORITY_MISSING',
        'POWER_MISSING',
        'TERM_ENDS_FIRST',
        'PROMISED_TWICE',
        'SIGNED_AHEAD',
      ),
    })
    .output(changed),
  numberParty: command({
    access: keepers,
    summary: 'Give an agreement the number that a party has for it; null takes it away',
  })
    .input(seen.extend({ place: z.int(), number: some(80) }))
    .errors({ ...kept, ...refusals('PARTY_UNKNOWN', 'NUMBER_USED') })
    .output(changed),
  setNumberPattern: command({
    access: keepers,
    summary: 'Say how a party writes its numbers, and which is its next this year',
  })
    .input(
      one.extend({ place: z.int(), pattern: line(6, PATTERN_LENGTH_MAX), next: z.int().min(1).max(99_999) }),
    )
    .errors(refusals('AGREEMENT_UNKNOWN', 'PARTY_UNKNOWN', 'NUMBER_PATTERN'))
    .output(z.object({ example: z.string() })),
  takeNumber: command({ access: keepers, summary: 'Take a party’s next number by its pattern' })
    .input(seen.extend({ place: z.int() }))
    .errors({ ...kept, ...refusals('PARTY_UNKNOWN', 'NO_PATTERN', 'NUMBER_THERE', 'NUMBER_USED') })
    .output(changed),
  endAgreement: command({ access: keepers, summary: 'End an agreement before its term, with the hand-over' })
    .input(seen.extend({ endedOn: DayText, reason: line(3, 400), handOver: paragraph }))
    .errors({ ...kept, ...refusals('ENDED_OUTSIDE') })
    .output(changed),
  removeAgreement: command({ access: keepers, summary: 'Take out a draft that was never signed' })
    .input(seen)
    .errors({ ...kept, ...refusals('AGREEMENT_USED') })
    .output(z.object({ removed: z.literal(true) })),
  addPaper: command({
    access: keepers,
    summary: 'Put a paper that was handed in with its agreement; only PDF',
  })
    .input(one.extend({ uploadId: Id, kind: PaperKind }))
    .errors(
      refusals(
        'AGREEMENT_UNKNOWN',
        'UPLOAD_UNKNOWN',
        'UPLOAD_INCOMPLETE',
        'UPLOAD_BUSY',
        'FILE_TYPE_REFUSED',
        'FILE_TOO_LARGE',
        'SCAN_NOT_PDF',
        'PAPERS_ENOUGH',
      ),
    )
    .output(z.object({ paperId: Id })),
  removePaper: command({ access: keepers, summary: 'Take a paper out of an agreement' })
    .input(z.object({ paperId: Id }))
    .errors(refusals('PAPER_UNKNOWN'))
    .output(z.object({ paperId: Id })),
};
