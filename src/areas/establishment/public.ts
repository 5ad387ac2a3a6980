export { findLetterFile } from './letters.ts';
