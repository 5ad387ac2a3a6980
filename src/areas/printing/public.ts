export { PRINT_TASK } from './order-print.ts';
export { performPrint, type ReceiptFacts } from './perform-print.ts';
