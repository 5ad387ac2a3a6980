export { listBaselines } from './read-study.ts';
export { findEvidenceFile } from './write-study.ts';
