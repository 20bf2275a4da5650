import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { referenceEvaluate } from "../app/modules/empowerment/domain/reference.ts";
import { parsePolicy } from "../app/modules/empowerment/public.ts";
import { EngineChild, type EngineRow, type Loaded } from "./engine-child.ts";
import { scanning } from "./engines/settle.mjs";
import { median, type Row, type Suite } from "./results.ts";
import { randomCases } from "./workload/cases.ts";
import { flatRules, words } from "./workload/flat-rules.ts";
import { budgets, policyDocument } from "./workload/policy-document.ts";

const CASES = 10_000;
const ROUNDS = 5;
const ROUND_MS = 600;
const LOAD_MS = 45_000;
/** Of the answers expected so many are compared with the reference evaluator's, which is too slow for all. */
const PROVED = 100;

const root = path.join(import.meta.dirname, "..");
const source = "app/modules/empowerment/public.ts";
const peers = ["json-rules-engine", "json-logic-engine", "json-logic-js", "casbin", "@gorules/zen-engine", "@cedar-policy/cedar-wasm", "@hbtgmbh/dmn-eval-js"];

interface Checked {
  readonly checked: number;
  readonly wrong: number;
}

interface Round {
  readonly perSecond: number;
  readonly cpuUs: number;
}

/**
 * Every engine on the same rules and requests, each in a process of its own, in rounds taken in turn: whatever else the
 * machine does meets all of them. The figures are medians of the rounds; all answers are compared with those expected.
 * @param checkMs how long one engine may take to answer the requests for the comparison
 */
export async function compareEngines(name: string, ruleCount: number, checkMs: number, say: (text: string) => void): Promise<Suite> {
  const folder = mkdtempSync(path.join(tmpdir(), "tam-bench-"));
  const children: EngineChild[] = [];
  try {
    say(`${name}: ${ruleCount} rules, ${CASES} requests`);
    const file = path.join(folder, "workload.json");
    writeFileSync(file, JSON.stringify(workload(ruleCount)));
    const rows = engineRows(await compiled(path.join(folder, "compiled")));
    const measured = new Map<string, { loaded: Loaded; checked: Checked; rounds: Round[] }>();
    const failed = new Map<string, string>();

    // two at a time: loading and checking are not timed
    const waiting = [...rows];
    const prepare = async () => {
      for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
        const child = new EngineChild(row, file);
        try {
          const loaded = await child.loaded(LOAD_MS);
          const checked = await child.ask<Checked>("check", checkMs, checkMs + LOAD_MS);
          measured.set(row.name, { loaded, checked, rounds: [] });
          children.push(child);
          say(`  ${row.name}: ${checked.checked} answers compared, ${checked.wrong} differ`);
        } catch (error) {
          child.end();
          failed.set(row.name, reasonOf(error));
          say(`  ${row.name}: ${reasonOf(error)}`);
        }
      }
    };
    await Promise.all([prepare(), prepare()]);

    for (let round = -1; round < ROUNDS; round++) {
      say(round < 0 ? "  warming up" : `  round ${round + 1} of ${ROUNDS}`);
      const order = round % 2 === 0 ? children : [...children].reverse();
      for (const child of order) {
        const result = await child.ask<Round>("round", ROUND_MS, ROUND_MS + LOAD_MS);
        if (round >= 0) measured.get(child.row.name)?.rounds.push(result);
      }
    }
    const latencies = new Map<string, { p50us: number; p99us: number }>();
    for (const child of children) latencies.set(child.row.name, await child.ask("latency", ROUND_MS, ROUND_MS + LOAD_MS));

    const ours = median((measured.get("tam:evaluate")?.rounds ?? []).map(({ perSecond }) => perSecond));
    return {
      name,
      rows: rows.map((row): Row => {
        const known = measured.get(row.name);
        const latency = latencies.get(row.name);
        if (known === undefined || latency === undefined) {
          return { name: row.name, perSecond: null, p50us: null, p99us: null, ratioToOurs: null, note: failed.get(row.name) ?? "not measured" };
        }
        const perSecond = median(known.rounds.map((round) => round.perSecond));
        const cpuUs = median(known.rounds.map((round) => round.cpuUs));
        return { name: row.name, perSecond, ...latency, ratioToOurs: perSecond / ours, cpuUs, loadMs: known.loaded.loadMs, ...known.checked };
      }),
    };
  } finally {
    for (const child of children) child.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

function workload(ruleCount: number): object {
  const rules = flatRules(ruleCount, 20_261_122);
  const document = policyDocument(rules);
  const cases = randomCases(CASES, 20_261_123);
  const given = { rules, document, budgets, cases, gestures: words.gestures, roles: words.roles };
  const expected = scanning(given as unknown as Parameters<typeof scanning>[0]);
  const answers = cases.map(({ request, facts }) => expected(request, facts));

  const checked = parsePolicy(document);
  cases.slice(0, PROVED).forEach(({ request, facts }, at) => {
    const { outcome, rule, limit, room } = referenceEvaluate(checked, request, facts);
    const answer = answers[at];
    if (JSON.stringify({ outcome, rule, limit, room }) !== JSON.stringify(answer)) throw new Error(`the expected answer ${at} is not the reference's`);
  });
  return { ...given, answers };
}

/** The engine as the build ships it to the server: one file. */
async function compiled(outDir: string): Promise<string> {
  await build({
    ...{ root, configFile: false, logLevel: "error" },
    build: { ssr: source, outDir, emptyOutDir: true, target: "es2022", minify: false, rollupOptions: { output: { entryFileNames: "engine.mjs" } } },
    ssr: { noExternal: true },
  });
  return pathToFileURL(path.join(outDir, "engine.mjs")).href;
}

function engineRows(compiledEntry: string): EngineRow[] {
  const entry = pathToFileURL(path.join(root, source)).href;
  const ours = (["evaluate", "explain"] as const).flatMap((what): EngineRow[] => {
    const explained = what === "explain";
    return [
      { name: `tam:${what}`, engine: "tam", typescript: true, options: { entry, explained } },
      { name: `tam:${what}-compiled`, engine: "tam", options: { entry: compiledEntry, explained } },
    ];
  });
  const whole = peers.map((name): EngineRow => ({ name, engine: path.posix.basename(name), options: {} }));
  const sharded = whole.map((row): EngineRow => ({ ...row, name: `${row.name} (sharded by gesture and role)`, options: { sharded: true } }));
  return [...ours, { name: "limit:bitmap", engine: "bitmap", options: {} }, ...whole, ...sharded];
}
