import assert from 'node:assert/strict';
import test from 'node:test';
import { AGENCY_COLUMNS, AGENCY_EXAMPLES } from '#areas/agencies/rules/agency-sheet.ts';
import { SERVICE_COLUMNS, SERVICE_EXAMPLES } from '#areas/services/rules/service-columns.ts';
import { readSheet } from '#platform/sheets/read-sheet.ts';
import { writeTemplate } from './write-template.ts';

test('a sample list is read back as it was written', () => {
  const agencies = readSheet(writeTemplate(AGENCY_COLUMNS, AGENCY_EXAMPLES), AGENCY_COLUMNS);
  assert.deepEqual(agencies.problems, []);
  assert.deepEqual(
    agencies.rows.map(({ cells }) => cells),
    AGENCY_EXAMPLES,
  );
  const services = readSheet(writeTemplate(SERVICE_COLUMNS, SERVICE_EXAMPLES), SERVICE_COLUMNS);
  assert.deepEqual(
    services.rows.map(({ cells }) => cells),
    SERVICE_EXAMPLES,
  );
});
