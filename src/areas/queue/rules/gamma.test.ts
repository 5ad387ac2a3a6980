import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { gammaQuantile, gammaShareBelow, logGamma } from './gamma.ts';

function assertClose(actual: number, expected: number, relative: number, what: string): void {
  const error = Math.abs(actual - expected) / Math.max(Math.abs(expected), Number.MIN_VALUE);
  assert.ok(error <= relative, `${what}: ${actual} is not ${expected} (relative error ${error})`);
}

/** 1 − e⁻ˣ Σ xᵏ/k!, k < n: the closed form of n exponential stages one after the other. */
function erlangShareBelow(n: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < n; k += 1) {
    term *= x / k;
    sum += term;
  }
  return 1 - Math.exp(-x) * sum;
}

/** Shape, then x below which 10 %, 50 % and 90 % lie, computed with forty digits and rounded to the nearest double. */
const QUANTILES = [
  [0.5, 0.007895387046715613, 0.2274682115597864, 1.3527717270477073],
  [0.69444444, 0.03217994692140258, 0.4022614563929856, 1.7464472660547046],
  [1.5625, 0.3197738179509153, 1.2447225520164495, 3.223749082282846],
  [4.6875, 2.2137773805426173, 4.3587124989754, 7.587240718755756],
  [15.625, 10.821287015223152, 15.292960552139444, 20.85636817689409],
  [50, 41.179067906178574, 49.66706461799423, 59.24900190553105],
  [312.5, 290.07005445351916, 312.16672995040966, 335.3581667356105],
  [1562.5, 1512.061173370489, 1562.166679311596, 1613.3670705658228],
] as const;

test('the logarithm of gamma is exact to thirteen digits', () => {
  const table = [
    [0.1, 2.252712651734206],
    [0.5, 0.5723649429247001],
    [1.5625, -0.1167086833813167],
    [11.9, 17.25847745059552],
    [312.5, 1480.7357995828347],
    [5000, 37582.62631568535],
  ] as const;
  for (const [x, expected] of table) assertClose(logGamma(x), expected, 1e-13, `ln Γ(${x})`);
});

test('gamma of a whole number is the factorial before it', () => {
  for (let n = 1, factorial = 1; n <= 20; factorial *= n, n += 1) {
    assert.ok(
      Math.abs(logGamma(n) - Math.log(factorial)) < 1e-13 * Math.max(1, Math.log(factorial)),
      `Γ(${n})`,
    );
  }
});

test('for whole shapes the share below is that of Erlang', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.double({ min: 0.001, max: 120, noNaN: true }), (n, x) => {
      assert.ok(Math.abs(gammaShareBelow(n, x) - erlangShareBelow(n, x)) < 1e-12);
    }),
  );
});

test('for broken shapes the share below agrees with forty-digit values', () => {
  const table = [
    [0.5, 0.3, 0.5614219739190002],
    [1.5625, 4, 0.9493236264202505],
    [31.25, 20, 0.011892740523312014],
    [312.5, 350, 0.9803307626649264],
    [1562.5, 1500, 0.05543830565268426],
    [2, 0.001, 4.996667916333403e-7],
  ] as const;
  for (const [shape, x, expected] of table)
    assertClose(gammaShareBelow(shape, x), expected, 1e-11, `P(${shape}, ${x})`);
});

test('nothing lies below zero and everything far beyond the mean', () => {
  assert.deepEqual([gammaShareBelow(2, 0), gammaShareBelow(2, -1), gammaShareBelow(2, Infinity)], [0, 0, 1]);
  assert.equal(gammaShareBelow(0.5, 2000), 1);
});

test('the quantiles agree with forty-digit values to eleven digits', () => {
  for (const [shape, ...expected] of QUANTILES) {
    for (const [index, p] of [0.1, 0.5, 0.9].entries()) {
      assertClose(gammaQuantile(p, shape), expected[index] ?? NaN, 1e-11, `quantile ${p} of shape ${shape}`);
    }
  }
});

test('one exponential stage has the quantile −ln(1 − p)', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 0.999999, noNaN: true }), (p) => {
      assertClose(gammaQuantile(p, 1), -Math.log1p(-p), 1e-9, `p = ${p}`);
    }),
  );
});

test('the share below a quantile is the share that was asked for', () => {
  const anyShape = fc.double({ min: 0.05, max: 3000, noNaN: true });
  fc.assert(
    fc.property(anyShape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (shape, p) => {
      assert.ok(Math.abs(gammaShareBelow(shape, gammaQuantile(p, shape)) - p) < 1e-9);
    }),
    { numRuns: 500 },
  );
});

test('a share of nothing lies at zero, and impossible questions are faults', () => {
  assert.equal(gammaQuantile(0, 3), 0);
  for (const p of [1, -0.1, 1.1, NaN]) assert.throws(() => gammaQuantile(p, 3), RangeError);
  for (const shape of [0, -1, NaN]) {
    assert.throws(() => gammaQuantile(0.5, shape), RangeError);
    assert.throws(() => gammaShareBelow(shape, 1), RangeError);
    assert.throws(() => logGamma(shape), RangeError);
  }
});
