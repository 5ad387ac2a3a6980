import assert from 'node:assert/strict';
import test from 'node:test';
import { AGENCY_FIELDS, readAgencyForm, type AgencyField } from './read-agency-form.ts';

const ZONE = '01930000-0000-7000-8000-000000000001';
const filled: Record<AgencyField, string> = {
  name: 'Badan Narkotika Nasional Kabupaten Balangan',
  shortName: 'BNN',
  slug: '',
  kind: 'vertical-office',
  series: 'z',
  icon: 'shield-check',
  servesHolidays: 'no',
  active: 'yes',
  zoneId: ZONE,
  boothName: '',
  lastIntakeMinutes: '20',
  counters: '31; 32,33 31',
};

function formWith(changed: Partial<Record<AgencyField, string>> = {}): FormData {
  const form = new FormData();
  for (const [field, text] of Object.entries({ ...filled, ...changed }))
    form.set(AGENCY_FIELDS[field as AgencyField], text);
  return form;
}

test('what is left empty is made from the short name, and letters are made large', () => {
  const { values, problems } = readAgencyForm(formWith());
  assert.deepEqual(problems, []);
  assert.equal(values?.slug, 'bnn');
  assert.equal(values.boothName, 'BNN');
  assert.equal(values.series, 'Z');
  assert.deepEqual(values.counters, [31, 32, 33, 31]);
});

test('each field that is not right is named, and what was typed stays', () => {
  const wrong: Partial<Record<AgencyField, string>> = {
    name: 'x',
    shortName: '',
    slug: '-a-',
    kind: 'circus',
    series: 'O',
    icon: 'skull',
    zoneId: 'satu',
    lastIntakeMinutes: '241',
    counters: '1, dua',
  };
  for (const [field, text] of Object.entries(wrong)) {
    const { values, problems, texts } = readAgencyForm(formWith({ [field]: text }));
    assert.ok(problems.includes(field as AgencyField), field);
    assert.equal(values, undefined);
    assert.equal(texts[field as AgencyField], text);
  }
});

test('a number is written in figures', () => {
  for (const text of ['1e2', '0x10', '١٢', '-1', '1.5', ''])
    assert.deepEqual(
      readAgencyForm(formWith({ lastIntakeMinutes: text })).problems,
      ['lastIntakeMinutes'],
      text,
    );
});
