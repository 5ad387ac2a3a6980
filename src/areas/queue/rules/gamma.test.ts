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

/** Shape, then x below which 10 %, 50 % and 90 % lie, computed with forty digits. */
const QUANTILES = [
  [0.5, 0.0078953870467156124, 0.22746821155978637597, 1.3527717270477072835],
  [0.69444444, 0.032179946921402579667, 0.40226145639298563108, 1.7464472660547044683],
  [1.5625, 0.31977381795091528191, 1.2447225520164494954, 3.2237490822828461622],
  [4.6875, 2.2137773805426173481, 4.3587124989754004704, 7.5872407187557560375],
  [15.625, 10.821287015223153097, 15.292960552139443846, 20.856368176894091866],
  [50, 41.179067906178572894, 49.667064617994227877, 59.249001905531051803],
  [312.5, 290.07005445351913426, 312.16672995040965433, 335.35816673561049458],
  [1562.5, 1512.0611733704889752, 1562.1666793115959537, 1613.3670705658227088],
] as const;

test('the logarithm of gamma is exact to thirteen digits', () => {
  const table = [
    [0.1, 2.2527126517342059599],
    [0.5, 0.57236494292470008707],
    [1.5625, -0.11670868338131669533],
    [11.9, 17.258477450595521147],
    [312.5, 1480.7357995828346484],
    [5000, 37582.626315685350332],
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
    [0.5, 0.3, 0.56142197391900014495],
    [1.5625, 4, 0.9493236264202504467],
    [31.25, 20, 0.01189274052331201391],
    [312.5, 350, 0.98033076266492638141],
    [1562.5, 1500, 0.055438305652684258536],
    [2, 0.001, 4.9966679163334027659e-7],
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
