import type { StaffFacts } from './scenario-facts.ts';

/**
 * Invented people of a sample mall. The domain `.contoh` ("example") does not exist, so no message can reach anybody.
 */
export function sampleStaff(mall: string) {
  const address = (mailbox: string) => `${mailbox}@${mall}.contoh`;
  return {
    manager: (mailbox: string, name: string): StaffFacts => ({
      email: address(mailbox),
      name,
      role: 'manager',
    }),
    administrator: (mailbox: string, name: string): StaffFacts => ({
      email: address(mailbox),
      name,
      role: 'administrator',
    }),
    regionHead: (mailbox: string, name: string): StaffFacts => ({
      email: address(mailbox),
      name,
      role: 'region-head',
    }),
    head: (mailbox: string, name: string, agency: string): StaffFacts => ({
      email: address(mailbox),
      name,
      role: 'agency-head',
      agency,
    }),
    officer: (mailbox: string, name: string, agency: string, counter: number): StaffFacts => ({
      email: address(mailbox),
      name,
      role: 'officer',
      agency,
      counter,
    }),
  };
}
