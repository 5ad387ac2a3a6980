import type { RefusalCatalogue } from '../refusal-facts.ts';

/** Nos about the urgency study and its survey. */
export const studyRefusals = {
  STUDY_CONCLUDED: () => ({
    message: 'This study has ended and is locked.',
    next: 'Open it again on the overview if it has to change.',
  }),
  STUDY_OPEN: () => ({
    message: 'This study is still open.',
    next: 'Reload to see how it stands.',
  }),
  PART_UNKNOWN: () => ({
    message: 'This part has been removed.',
    next: 'Reload to see the study as it is now.',
  }),
  CHAPTER_TWICE: () => ({
    message: 'Somebody else has just written this chapter.',
    next: 'Copy your text, reload, and put both together.',
  }),
  CRITERION_UNKNOWN: () => ({
    message: 'One of the criteria has been removed.',
    next: 'Reload, and score again.',
  }),
  EVIDENCE_AHEAD: () => ({
    message: 'That day has not come yet.',
    next: 'Write a day that has passed.',
  }),
  DAYS_REVERSED: () => ({
    message: 'The last day comes before the first.',
    next: 'Check both dates.',
  }),
  SURVEY_CLOSED: () => ({
    message: 'This survey is closed.',
    next: 'Answers cannot be sent any more.',
  }),
  STUDY_INCOMPLETE: ({ problems }) => ({
    message: `${problems ?? 'Some'} of the chapters are not complete yet.`,
    next: 'Complete what is marked, then try again.',
  }),
  PARTS_ENOUGH: ({ limit }) => ({
    message: `This part holds at most ${limit ?? 'so many'} lines.`,
    next: 'Remove what is not needed first.',
  }),
  ANSWERS_ENOUGH: ({ limit }) => ({
    message: `This survey already holds ${limit ?? 'all'} answers.`,
    next: 'Answers cannot be sent any more.',
  }),
} satisfies Partial<RefusalCatalogue>;
