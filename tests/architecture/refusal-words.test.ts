import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract } from '#server/contract.ts';
import { refusals as english } from '#ui/words/en/refusals.ts';
import { refusals as indonesian } from '#ui/words/id/refusals.ts';
import { isTest, listFiles, readSource, stripComments } from './source-files.ts';

interface Operation {
  readonly '~orpc': { readonly errorMap: Readonly<Record<string, unknown>> };
}

function declaredCodes(): Set<string> {
  const operations = Object.values(contract).flatMap((area) => Object.values(area) as Operation[]);
  return new Set(operations.flatMap((operation) => Object.keys(operation['~orpc'].errorMap)));
}

/** What the front door itself may answer, besides what operations declare. */
function doorCodes(): Set<string> {
  const code = listFiles(['.ts'])
    .filter((path) => /^src\/platform\/(http|contract)\//.test(path) && !isTest(path))
    .map((path) => stripComments(readSource(path)))
    .join('\n');
  const said = code.matchAll(/'([A-Z][A-Z_]+)',\s*(?:\d{3}|[A-Z_]+)\b|code: '([A-Z_]+)'/g);
  return new Set([...said].map((match) => (match[1] ?? match[2])!));
}

for (const [language, words] of Object.entries({ indonesian, english })) {
  test(`every refusal that an operation declares has its sentence in ${language}`, () => {
    const codes = declaredCodes();
    assert.ok(codes.size >= 30, `only ${codes.size} codes were found`);
    assert.deepEqual(
      [...codes].filter((code) => !(code in words)),
      [],
    );
  });

  test(`every no of the front door has its sentence in ${language}`, () => {
    const codes = doorCodes();
    for (const code of ['CROSS_SITE', 'OVERLOADED', 'BODY_TOO_LARGE', 'TOO_MANY_REQUESTS', 'FAULT'])
      assert.ok(codes.has(code), `${code} was not found in the front door`);
    assert.deepEqual(
      [...codes].filter((code) => !(code in words)),
      [],
    );
  });
}
