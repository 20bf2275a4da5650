/**
 * Rounds a figure once, for display: half away from zero (-14.5 → -15), on the decimal digits the number prints with,
 * so 1.005 with two digits is 1.01 although the double lies below. NaN and infinities come back as they are.
 * @param digits decimals kept, 0 to 15
 */
export function roundHalfAway(value: number, digits = 0): number {
  if (!Number.isInteger(digits) || digits < 0 || digits > 15) throw new RangeError(`decimals: ${digits}`);
  if (!Number.isFinite(value)) return value;
  const [mantissa = "0", exponent = "0"] = String(Math.abs(value)).split("e");
  const scaled = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`));
  const [top = "0", power = "0"] = String(scaled).split("e");
  const rounded = Number(`${top}e${Number(power) - digits}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * numerator / denominator rounded half away from zero, exact: from stored counts to the shown figure in one step.
 * @param numerator a safe integer
 * @param denominator a safe integer other than 0 (with n = 0 there is no figure to show)
 * @param digits decimals kept, 0 to 15
 */
export function roundRatio(numerator: number, denominator: number, digits = 0): number {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator === 0) {
    throw new RangeError(`not a ratio of counts: ${numerator} / ${denominator}`);
  }
  if (!Number.isInteger(digits) || digits < 0 || digits > 15) throw new RangeError(`decimals: ${digits}`);
  const top = BigInt(Math.abs(numerator)) * 10n ** BigInt(digits);
  const bottom = BigInt(Math.abs(denominator));
  const rounded = Number(`${(2n * top + bottom) / (2n * bottom)}e-${digits}`);
  return numerator < 0 !== denominator < 0 && rounded !== 0 ? -rounded : rounded;
}
