/** Past these the series and the fraction have long converged for any queue; a loop that passes them is a fault. */
const TERMS_MAX = 10_000;
const STEPS_MAX = 200;
const EPSILON = 2 ** -52;

/** B₂ₖ / (2k(2k−1)) for k = 1…6, the correction terms of Stirling's series. */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360];
/** From here on six terms of Stirling's series are exact to double precision. */
const STIRLING_FROM = 12;

/** ln Γ(x) for x > 0: Γ(x) = Γ(x + n) / x(x+1)…(x+n−1) lifts x to where Stirling's series is exact. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`ln Γ is asked for ${x}`);
  let lifted = x;
  let product = 1;
  for (; lifted < STIRLING_FROM; lifted += 1) product *= lifted;
  let correction = 0;
  let power = 1 / lifted;
  for (const coefficient of STIRLING) {
    correction += coefficient * power;
    power /= lifted * lifted;
  }
  const stirling = (lifted - 0.5) * Math.log(lifted) - lifted + 0.5 * Math.log(2 * Math.PI) + correction;
  return stirling - Math.log(product);
}

/**
 * P(shape, x), the share of a gamma distribution of scale 1 that lies below x: the power series on the
 * near side of the mean, Legendre's continued fraction for the tail on the far side.
 */
export function gammaShareBelow(shape: number, x: number): number {
  if (!(shape > 0)) throw new RangeError(`a gamma distribution of shape ${shape}`);
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? front * seriesSum(shape, x) : 1 - front * tailFraction(shape, x);
}

/** Σ xⁿ / (shape(shape+1)…(shape+n)) */
function seriesSum(shape: number, x: number): number {
  let term = 1 / shape;
  let sum = term;
  for (let n = 1; n < TERMS_MAX; n += 1) {
    term *= x / (shape + n);
    sum += term;
    if (term < sum * EPSILON) return sum;
  }
  throw new RangeError(`the gamma series does not converge for shape ${shape}, x ${x}`);
}

/** 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))), evaluated forward by ratios of its convergents. */
function tailFraction(shape: number, x: number): number {
  let denominator = x + 1 - shape;
  let ratio = 1 / denominator;
  let upper = Infinity;
  let value = ratio;
  for (let n = 1; n < TERMS_MAX; n += 1) {
    const numerator = -n * (n - shape);
    denominator += 2;
    ratio = 1 / (denominator + numerator * ratio);
    upper = denominator + numerator / upper;
    const factor = upper * ratio;
    value *= factor;
    if (Math.abs(factor - 1) < 4 * EPSILON) return value;
  }
  throw new RangeError(`the gamma fraction does not converge for shape ${shape}, x ${x}`);
}

/**
 * The x below which the share `p` (0 ≤ p < 1) of a gamma distribution of scale 1 lies. Newton's steps
 * inside a bracket that halves whenever a step would leave it, so it cannot wander off.
 */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p < 1)) throw new RangeError(`a quantile is asked for the share ${p}`);
  if (p === 0) return 0;
  let low = 0;
  let high = upperBound(p, shape);
  let x = Math.min(shape, high / 2);
  const logGammaShape = logGamma(shape);
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const excess = gammaShareBelow(shape, x) - p;
    if (excess === 0) return x;
    if (excess < 0) low = x;
    else high = x;
    const density = Math.exp((shape - 1) * Math.log(x) - x - logGammaShape);
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 4 * EPSILON * x) return next;
    x = next;
  }
  return x;
}

function upperBound(p: number, shape: number): number {
  let bound = shape + 1;
  for (let doubling = 0; doubling < STEPS_MAX && gammaShareBelow(shape, bound) < p; doubling += 1) bound *= 2;
  return bound;
}
