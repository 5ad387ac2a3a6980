export { findEvidenceFile } from './write-study.ts';
