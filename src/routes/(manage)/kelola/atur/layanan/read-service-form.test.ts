import assert from 'node:assert/strict';
import test from 'node:test';
import type { SheetField } from '#areas/services/rules/service-sheet.ts';
import { NEW_SERVICE, readServiceForm, SERVICE_FIELDS } from './read-service-form.ts';

const filled: Record<SheetField, string> = {
  ...NEW_SERVICE,
  code: 'bnn-01',
  name: 'Surat keterangan bebas narkoba',
  nameEn: 'Drug-free certificate',
  expectedMinutes: '15',
  feeKind: 'fixed',
  feeRupiah: 'Rp290.000',
  feeBasis: 'PP 19/2020',
  timeKind: 'exact',
  timeLength: '1',
  timeUnit: 'working-days',
  requirements: 'KTP asli\nPasfoto 4x6',
};

function formWith(changed: Partial<Record<SheetField, string>> = {}): FormData {
  const form = new FormData();
  for (const [field, text] of Object.entries({ ...filled, ...changed }))
    form.set(SERVICE_FIELDS[field as SheetField], text);
  return form;
}

test('a service is read with fee, promised time and requirements in their order', () => {
  const { values, problems } = readServiceForm(formWith());
  assert.deepEqual(problems, []);
  assert.deepEqual(values, {
    code: 'BNN-01',
    slug: 'surat-keterangan-bebas-narkoba',
    name: 'Surat keterangan bebas narkoba',
    nameEn: 'Drug-free certificate',
    expectedMinutes: 15,
    fee: { kind: 'fixed', rupiah: 290_000, basis: 'PP 19/2020' },
    promisedTime: { kind: 'exact', length: 1, unit: 'working-days' },
    requirements: ['KTP asli', 'Pasfoto 4x6'],
    confidence: 'seen',
    active: true,
  });
});

test('what is not known stays unknown, whatever stands in the fields beside it', () => {
  const { values } = readServiceForm(formWith({ feeKind: 'unknown', timeKind: 'unknown' }));
  assert.deepEqual([values?.fee, values?.promisedTime], [{ kind: 'unknown' }, { kind: 'unknown' }]);
});

test('a fee without legal basis, free or not, is told at that field; so is a range that runs backwards', () => {
  const cases: [Partial<Record<SheetField, string>>, SheetField][] = [
    [{ feeKind: 'free', feeBasis: '' }, 'feeBasis'],
    [{ feeBasis: '' }, 'feeBasis'],
    [{ feeRupiah: 'tiga puluh ribu' }, 'feeRupiah'],
    [{ feeKind: 'range', feeRupiahMax: '1.000' }, 'feeRupiahMax'],
    [{ feeKind: 'by-table', feeNote: '' }, 'feeNote'],
    [{ feeKind: 'murah' }, 'feeKind'],
    [{ timeKind: 'range', timeLengthMax: '' }, 'timeLengthMax'],
    [{ timeUnit: '' }, 'timeUnit'],
    [{ timeKind: '' }, 'timeKind'],
    [{ expectedMinutes: '0' }, 'expectedMinutes'],
    [{ requirements: 'x' }, 'requirements'],
    [{ code: 'a b' }, 'code'],
  ];
  for (const [changed, field] of cases) {
    const { problems, values } = readServiceForm(formWith(changed));
    // A fee of no kind has no other fields.
    assert.deepEqual(problems, changed.feeKind === 'murah' ? ['feeKind'] : [field], JSON.stringify(changed));
    assert.equal(values, undefined);
  }
});
