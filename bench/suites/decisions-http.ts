import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import type { Row, RunSuite } from "../results.ts";

const root = path.join(import.meta.dirname, "../..");
const LOADS = [
  { concurrency: 1, most: 1000, ms: 8_000 },
  { concurrency: 16, most: 3000, ms: 8_000 },
];

/** Decisions recorded over HTTP on loopback, each committed durably: one server process with the demo company. */
export const run: RunSuite = async (say) => {
  const folder = mkdtempSync(path.join(tmpdir(), "tam-bench-http-"));
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", TAM_DEMO: "0", LOG_LEVEL: "error" },
    ...{ DATABASE_URL: `file:${path.join(folder, "tam.db")}`, RATE_LIMIT_API_POINTS: "1000000" },
  };
  let server: ChildProcess | null = null;
  try {
    say("decisions-http: loading the demo company");
    await tam(["setup"], env);
    await tam(["demo", "load"], env);
    const token = await tam(["token", "create", "--service", "bench", "--scopes", "decisions:write,decisions:on-behalf"], env);
    const actors = await frontlineOf(path.join(folder, "people.csv"), env);
    const started = await startServer(env);
    server = started.process;
    const post = poster(started.origin, token, actors);
    say("  warming up");
    for (let n = 0; n < 200; n++) await post();

    const rows: Row[] = [];
    for (const { concurrency, most, ms } of LOADS) {
      say(`  ${concurrency} at once`);
      rows.push(await measured(`tam:decisions concurrency ${concurrency}`, concurrency, most, ms, post));
    }
    return { name: "decisions-http", rows };
  } finally {
    if (server !== null && server.exitCode === null) {
      server.kill("SIGTERM");
      await once(server, "exit");
    }
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Runs an operator's command; answers what it prints. */
async function tam(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ["app/bootstrap/tam.mjs", ...args], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString("utf8")));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`tam ${args.join(" ")}: exit ${code}\n${said}`);
  return printed.trim();
}

/** The e-mails of those who stand in a shop. */
async function frontlineOf(file: string, env: NodeJS.ProcessEnv): Promise<string[]> {
  await tam(["export", "people", file], env);
  const people = parse(readFileSync(file), { columns: true, bom: true }) as Record<string, string>[];
  const emails = people.filter(({ roles, site }) => /^frontline\b/.test(roles ?? "") && (site ?? "") !== "").map(({ email }) => email ?? "");
  if (emails.length === 0) throw new Error("nobody of the demo company is on the front line");
  return emails;
}

async function startServer(env: NodeJS.ProcessEnv): Promise<{ process: ChildProcess; origin: URL }> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/server.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  const origin = await new Promise<URL>((resolve, reject) => {
    const onText = (chunk: Buffer) => {
      text += chunk.toString("utf8");
      const [, port] = /serves at https?:\/\/[^\s/]+:(\d+)\//.exec(text) ?? [];
      if (port !== undefined) resolve(new URL(`http://127.0.0.1:${port}`));
    };
    child.stdout.on("data", onText);
    child.stderr.on("data", onText);
    child.once("exit", (code) => reject(new Error(`the server ended with ${code} before it served:\n${text}`)));
  });
  return { process: child, origin };
}

/** Records a refund each time it is called: another person's, another customer's, another order's. */
function poster(origin: URL, token: string, actors: readonly string[]): () => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let made = 0;
  return () => {
    const at = made++;
    const body = JSON.stringify({
      ...{ gesture: "refund", reason: "product_fault", channel: "store", actor: actors[at % actors.length] },
      amount: { minor: 20_000, currency: "VND" },
      customer: { ref: `BENCH-${at}`, tier: "standard", lifetimeValue: { minor: 1_800_000, currency: "VND" } },
      order: { ref: `BENCH-O-${at}`, value: { minor: 1_250_000, currency: "VND" }, daysSincePurchase: 6 },
      ...{ flags: [], note: "Seam came apart after one wash" },
    });
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json", "Content-Length": Buffer.byteLength(body), "Idempotency-Key": `bench-${at}` };
    return new Promise((resolve, reject) => {
      const sent = request({ host: origin.hostname, port: origin.port, path: "/api/v1/decisions", method: "POST", agent, headers }, (response) => {
        let text = "";
        response.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")));
        response.on("end", () => (response.statusCode === 201 ? resolve() : reject(new Error(`${response.statusCode}: ${text}`))));
      });
      sent.on("error", reject);
      sent.end(body);
    });
  };
}

async function measured(name: string, concurrency: number, most: number, ms: number, post: () => Promise<void>): Promise<Row> {
  const times: number[] = [];
  const from = performance.now();
  let begun = 0;
  const worker = async () => {
    while (begun < most && performance.now() - from < ms) {
      begun += 1;
      const at = performance.now();
      await post();
      times.push((performance.now() - at) * 1000);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  const seconds = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  const quantile = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { name, perSecond: times.length / seconds, p50us: quantile(0.5), p95us: quantile(0.95), p99us: quantile(0.99), ratioToOurs: null, note: `${times.length} decisions recorded` };
}
