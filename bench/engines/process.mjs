// One engine in a process of its own: answers what the benchmark asks of it over IPC, one thing at a time.
import { readFileSync } from "node:fs";
import { settling } from "./settle.mjs";

const [, , engine, options, file] = process.argv;
const { sharded = false, ...rest } = JSON.parse(options);
/** @type {import("./settle.mjs").Workload} */
const workload = JSON.parse(readFileSync(file, "utf8"), (key, value) => (key === "daysBelow" && value === null ? Infinity : value));
const { cases, answers } = workload;

/** @param {Awaited<ReturnType<typeof import("./casbin.mjs").build>>["index"]} index gives the position of the deciding rule, -1 when none */
async function decider(index) {
  const settle = settling(workload);
  if (!sharded) {
    const find = await index(workload.rules);
    const whole = (at, request, facts) => settle(at < 0 ? null : workload.rules[at], request, facts);
    return decidingBy(() => find, whole);
  }
  const shards = new Map();
  for (const gesture of workload.gestures) {
    for (const role of workload.roles) {
      const rules = workload.rules.filter((rule) => rule.gesture === gesture && (rule.roles.length === 0 || rule.roles.includes(role)));
      shards.set(`${gesture} ${role}`, { find: await index(rules), rules });
    }
  }
  const shardOf = (request, facts) => shards.get(`${request.gesture} ${facts.actor.roles[0]}`);
  return decidingBy(
    (request, facts) => shardOf(request, facts).find,
    (at, request, facts) => settle(at < 0 ? null : shardOf(request, facts).rules[at], request, facts),
  );
}

/** Answers at once where the engine does, and waits where it has to be waited for. */
function decidingBy(finderOf, settled) {
  return (request, facts) => {
    const at = finderOf(request, facts)(request, facts);
    return typeof at === "number" ? settled(at, request, facts) : at.then((found) => settled(Number(found), request, facts));
  };
}

const began = performance.now();
const { build } = await import(`./${engine}.mjs`);
const built = await build(workload, rest);
const decide = built.decide ?? (await decider(built.index));
const waits = decide(cases[0].request, cases[0].facts) instanceof Promise;
const loadMs = performance.now() - began;

let next = 0;
let seen = 0;

/** Decides the next `count` cases, round and round. */
async function run(count) {
  for (let n = 0; n < count; n++) {
    const { request, facts } = cases[next];
    next = next + 1 === cases.length ? 0 : next + 1;
    const answer = waits ? await decide(request, facts) : decide(request, facts);
    seen += answer.outcome === "granted" ? 1 : 0;
  }
}

function runAtOnce(count) {
  for (let n = 0; n < count; n++) {
    const { request, facts } = cases[next];
    next = next + 1 === cases.length ? 0 : next + 1;
    if (decide(request, facts).outcome === "granted") seen += 1;
  }
}

const isEqual = (a, b) => a.outcome === b.outcome && a.rule === b.rule && a.limit === b.limit && a.room === b.room;

const does = {
  /** Compares the answers with those expected, as many as fit in the time. */
  async check({ ms }) {
    const until = performance.now() + ms;
    let checked = 0;
    let wrong = 0;
    for (; checked < cases.length && performance.now() < until; checked++) {
      const { request, facts } = cases[checked];
      if (!isEqual(await decide(request, facts), answers[checked])) wrong += 1;
    }
    return { checked, wrong };
  },
  /** Decisions a second of wall time, and microseconds of processor time (all threads) a decision. */
  async round({ ms }) {
    const chunk = does.chunk ?? 1;
    const cpu = process.cpuUsage();
    const from = performance.now();
    let done = 0;
    let spent = 0;
    do {
      if (waits) await run(chunk);
      else runAtOnce(chunk);
      done += chunk;
      spent = performance.now() - from;
    } while (spent < ms);
    does.chunk = Math.max(1, Math.min(cases.length, Math.round((done / spent) * 5)));
    const { user, system } = process.cpuUsage(cpu);
    // told so that no compiler leaves a decision out
    return { perSecond: (done / spent) * 1000, cpuUs: (user + system) / done, seen };
  },
  /** Each decision timed by itself. */
  async latency({ ms }) {
    const until = performance.now() + ms;
    const times = [];
    for (let n = 0; n < cases.length && performance.now() < until; n++) {
      const { request, facts } = cases[n];
      const from = process.hrtime.bigint();
      const answer = decide(request, facts);
      if (waits) await answer;
      times.push(Number(process.hrtime.bigint() - from));
    }
    times.sort((a, b) => a - b);
    const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] / 1000;
    return { p50us: at(0.5), p99us: at(0.99) };
  },
};

process.on("message", async ({ ask, ...about }) => {
  try {
    process.send({ ok: await does[ask](about) });
  } catch (error) {
    process.send({ error: String(error?.message ?? error) });
  }
});
process.on("disconnect", () => process.exit(0));
process.send({ ok: { loadMs, rssMb: process.memoryUsage().rss / 1e6 } });
