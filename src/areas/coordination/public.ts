export { listOpenDecisions } from './meetings.ts';
