/** An instant of the last day of a period that ends, exclusively, at `to`. */
export function lastDay(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString();
}
