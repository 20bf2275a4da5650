import type { Row } from "./results.ts";

/**
 * Runs one piece of work again and again, one after the other, and takes the wall time of each run.
 * @param runs those that count; a tenth as many, at least one, go before to warm up
 */
export async function timed(name: string, runs: number, work: (run: number) => Promise<unknown>): Promise<Row> {
  for (let run = 0; run < Math.ceil(runs / 10); run += 1) await work(run);
  const took: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const at = performance.now();
    await work(run);
    took.push((performance.now() - at) * 1e3);
  }
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? Number.NaN;
  return { name: `tam:${name}`, perSecond: 1e6 / at(0.5), p50us: at(0.5), p95us: at(0.95), p99us: at(0.99), maxUs: at(1), ratioToOurs: null };
}
