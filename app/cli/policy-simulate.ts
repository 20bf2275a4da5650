import { readFile } from "node:fs/promises";
import { installMessages } from "#composition/messages.server.ts";
import { formatDuration, formatMoney, formatNumber, NO_VALUE } from "#i18n/format.ts";
import { translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import { systemClock } from "#kernel/clock.ts";
import { simulateDocument, type SimulationWish } from "#modules/empowerment/public.server.ts";
import { findOrganisation } from "#modules/people/public.server.ts";
import { instantOrDay } from "#platform/http/paging.ts";
import { parseOptions } from "./parse-options.ts";
import { orRefuse } from "./policy.ts";
import { CommandRefused, UsageError } from "./refusal.ts";
import { withDatabase } from "./with-database.ts";

const CALL = "policy simulate FILE [--from T] [--to T] [--source recorded|imported] [--mode stateful|stateless] [--as-role R] [--json]";
const SOURCES = ["recorded", "imported"] as const;
const MODES = ["stateful", "stateless"] as const;

type Report = Awaited<ReturnType<typeof simulateDocument>>;

async function readDocument(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new CommandRefused(`Cannot read ${file}`);
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new CommandRefused(`${file} is not JSON`);
  }
}

function choice<T extends string>(option: string, value: string | undefined, choices: readonly T[]): T | null {
  if (value === undefined) return null;
  const found = choices.find((each) => each === value);
  if (found === undefined) throw new UsageError(`--${option} takes ${choices.join(" or ")}, not ${value}\nUsage: tam ${CALL}`);
  return found;
}

function instant(option: string, value: string | undefined): Date | null {
  if (value === undefined) return null;
  const at = instantOrDay(value, findOrganisation()?.timeZone ?? "Asia/Ho_Chi_Minh");
  if (at === null) throw new UsageError(`--${option} takes an instant or a date, not ${value}\nUsage: tam ${CALL}`);
  return at;
}

const TOLD_EVERY_MS = 2_000;

/** Says on standard error how far a long run is. */
function progress(): (done: number, total: number) => void {
  let told = performance.now();
  return (done, total) => {
    if (performance.now() - told < TOLD_EVERY_MS) return;
    told = performance.now();
    process.stderr.write(`${done} of ${total} cases\n`);
  };
}

/** The report in lines, for whoever reads a terminal. */
function inLines(report: Report): string[] {
  installMessages();
  const t = translator("en");
  const { transitions, cost, reproduced, waitingMinutesSaved: waiting } = report;
  const number = (value: number) => formatNumber(value, "en");
  const money = (value: Report["cost"]["before"]) => formatMoney(value, "en");
  return [
    `${number(report.judged)} of ${number(report.cases)} cases judged`,
    ...report.notJudged.map(({ reason, params, cases }) => `  not judged: ${number(cases)}, ${words(t, "simulation:notJudged", { code: reason, params: { ...params } })}`),
    reproduced.cases === 0 ? "no version is known to hold them against" : `${number(reproduced.same)} of ${number(reproduced.cases)} come out as they did under the version that decided them`,
    ...Object.entries(transitions).flatMap(([before, row]) => Object.entries(row).flatMap(([after, count]) => (count === 0 ? [] : [`  ${before} then, ${after} now: ${number(count)}`]))),
    `cost ${money(cost.before)} then, ${money(cost.after)} now`,
    `waiting saved: ${waiting === null ? NO_VALUE : `${waiting < 0 ? "-" : ""}${formatDuration(Math.abs(waiting), "en")}`}`,
    ...report.approvers.map(({ role, before, after }) => `  asked of ${role ?? NO_VALUE}: ${number(before)} then, ${number(after)} now`),
    ...report.assumptions.map(({ code, params }) => `assumed: ${words(t, "simulation:assumption", { code, params: { ...params } })}`),
  ];
}

/** Says what a policy document would have done with past cases; it keeps nothing. */
export async function run(args: readonly string[]): Promise<void> {
  const text = { type: "string" } as const;
  const options = { from: text, to: text, source: text, mode: text, "as-role": text, json: { type: "boolean" } } as const;
  const { values, positionals } = parseOptions(args, { call: CALL, options, positionals: ["FILE"] });
  const source = choice("source", values.source, SOURCES);
  const mode = choice("mode", values.mode, MODES);
  const document = await readDocument(positionals[0] ?? "");
  const report = await withDatabase(() => {
    const wish: SimulationWish = { source, mode, from: instant("from", values.from), to: instant("to", values.to), asRole: values["as-role"] ?? null };
    return orRefuse(() => simulateDocument(document, wish, systemClock.now(), { onProgress: progress() }));
  });
  process.stdout.write(values.json === true ? `${JSON.stringify(report, null, 2)}\n` : `${inLines(report).join("\n")}\n`);
}
