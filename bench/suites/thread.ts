import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installMessages } from "../../app/composition/messages.server.ts";
import { hangingOn, threadPage, threadPanel, visibleThread } from "../../app/composition/thread.server.ts";
import type { Telling } from "../../app/composition/thread-kinds.server.ts";
import { translator } from "../../app/i18n/translator.ts";
import { recordDecision } from "../../app/modules/empowerment/public.server.ts";
import { reportImprovement } from "../../app/modules/improvements/public.server.ts";
import { reportFields } from "../../app/modules/improvements/schemas.ts";
import { inboxView, readInboxFilter } from "../../app/modules/listening/public.server.ts";
import { loadActor, NO_CONTEXT } from "../../app/modules/people/public.server.ts";
import type { ThreadKind, ThreadRelation } from "../../app/modules/thread/public.ts";
import { closeDatabase, db, openDatabase } from "../../app/platform/db.server.ts";
import { migrate } from "../../app/platform/migrate.server.ts";
import { transaction, type Tx } from "../../app/platform/transaction.server.ts";
import { seedSmallCompany, type SmallCompany } from "../../prisma/seed/builders.ts";
import { randomFrom } from "../../prisma/seed/random.ts";
import type { RunSuite } from "../results.ts";
import { timed } from "../timed.ts";

const DECISIONS = 20_000;
const FEEDBACK = 100_000;
const CHANGES = 1_000;
/** Links of the busiest rule. */
const HUB = 10_000;
const LINKS = 200_000;
const RUNS = 40;
const DAY = 86_400_000;

interface Filled {
  readonly links: number;
  readonly decisions: readonly string[];
  readonly recognitions: readonly string[];
  readonly changes: readonly string[];
  readonly customerId: string;
}

/** One decision and one change, as the product writes them; the rest is copied from these. */
async function samples({ people }: SmallCompany, now: Date): Promise<{ decisionId: string; changeId: string }> {
  const clerk = await loadActor(people.frontline.id, NO_CONTEXT);
  if (clerk === null) throw new Error("no clerk");
  const refund = { gesture: "refund", reason: "product_fault", channel: "store", amount: { minor: 120_000, currency: "VND" }, customer: { ref: "C-1029" }, order: { value: { minor: 5_000_000, currency: "VND" } }, flags: [], note: "Bung chỉ" };
  const { id: decisionId } = await recordDecision(clerk, refund, { locale: "vi", now });
  const fields = reportFields.parse({ what: "Khách ký hai bản giấy khi đổi cỡ", cost: "Chờ thêm 12 phút", often: "daily" });
  const { id: changeId } = await reportImprovement(fields, { decisionId: null, feedbackId: null, rule: null, ruleOwner: null }, { actor: clerk, source: "screen", now });
  return { decisionId, changeId };
}

/** Cases under few rules, what customers said of them, thanks for them, and changes they caused, tied as the product ties them. */
async function fill(company: SmallCompany, now: Date): Promise<Filled> {
  const random = randomFrom(9);
  const { decisionId, changeId } = await samples(company, now);
  const { people } = company;
  const rules = ["REFUND-STORE", "REFUND-LEAD", "VOUCHER-LATE", "REPLACE-FAULT"];
  const filled = { decisions: [decisionId], recognitions: [] as string[], changes: [changeId] };
  let links = 0;
  const tie = async (tx: Tx, from: readonly [ThreadKind, string], relation: ThreadRelation, to: readonly [ThreadKind, string], at: Date) => {
    if (links >= LINKS) return;
    await tx.insert("ThreadLink", { id: random.idAt(at), fromKind: from[0], fromId: from[1], toKind: to[0], toId: to[1], relation, byId: null, at, automatic: true });
    links += 1;
  };
  const moment = () => new Date(now.getTime() - Math.floor(random.next() * 365 * DAY));
  return transaction(
    async (tx) => {
      const [decision, change] = [await tx.find("Decision", { id: decisionId }), await tx.find("Improvement", { id: changeId })];
      if (decision === null || change === null || decision.customerId === null) throw new Error("nothing to copy");
      const template = await tx.find("Customer", { id: decision.customerId });
      if (template === null) throw new Error("no customer");
      const customers = [template.id];
      for (let index = 0; index < 5_000; index += 1) {
        const id = random.idAt(now);
        customers.push(id);
        await tx.insert("Customer", { ...template, id, ref: `B-${index}`, phoneHash: null });
      }
      await tx.insert("CoreValue", { code: "HEAR", position: 1, version: 1 });
      await tx.insert("CoreValueVersion", { code: "HEAR", version: 1, nameVi: "Nghe", nameEn: "Hear", meaningVi: "…", meaningEn: "…", behaviours: '[{"code":"b1","vi":"Nghe hết","en":"Hears it out"}]', at: now });
      for (let index = 0; index < DECISIONS; index += 1) {
        const at = moment();
        const id = random.idAt(at);
        const customerId = index % 200 === 0 ? template.id : random.pick(customers);
        await tx.insert("Decision", { ...decision, id, number: `B-${index}`, sequence: 100_000 + index, customerId, decidedAt: at, closedAt: at });
        await tie(tx, ["decision", id], "under", ["rule", index < HUB ? "REFUND-STORE" : random.pick(rules)], at);
        await tie(tx, ["decision", id], "about", ["customer", customerId], at);
        if (index > 0 && index % 2 === 0) await tie(tx, ["decision", id], "follows", ["decision", filled.decisions[index - 1] ?? decisionId], at);
        filled.decisions.push(id);
        if (index % 2 === 1) continue;
        const thanks = random.idAt(at);
        filled.recognitions.push(thanks);
        await tx.insert("Recognition", { id: thanks, giverId: people.frontline2.id, giverManagerId: people.supervisor.id, valueCode: "HEAR", valueVersion: 1, behaviour: "b1", message: "Nghe khách kể hết rồi mới hỏi.", visibility: index % 10 === 0 ? "private" : "public", state: "thanks", stateAt: at, at });
        await tx.insert("RecognitionRecipient", { recognitionId: thanks, personId: people.frontline.id, managerId: people.supervisor.id, at });
        await tie(tx, ["recognition", thanks], "recognises", ["decision", id], at);
        await tie(tx, ["recognition", thanks], "about", ["value", "HEAR"], at);
      }
      for (let index = 0; index < CHANGES; index += 1) {
        const at = moment();
        const id = random.idAt(at);
        filled.changes.push(id);
        await tx.insert("Improvement", { ...change, id, number: `B-${index}`, reportedAt: at });
        await tie(tx, ["improvement", id], "changed", ["rule", random.pick(rules)], at);
        for (let cause = 0; cause < 10; cause += 1) await tie(tx, ["improvement", id], "caused_by", ["decision", filled.decisions[(index * 10 + cause) * 2] ?? decisionId], at);
      }
      for (let index = 0; index < FEEDBACK; index += 1) {
        const at = moment();
        const id = random.idAt(at);
        const customerId = random.pick(customers);
        const of = index % 4 === 0 ? random.pick(filled.decisions) : null;
        const csat = random.int(1, 5);
        await tx.insert("Feedback", { id, source: "survey", receivedAt: at, channel: "store", siteCode: decision.siteCode, departmentCode: decision.departmentCode, customerId, decisionId: of, personId: of === null ? null : people.frontline.id, managerId: of === null ? null : people.supervisor.id, language: "vi", csat, csatPoints: 5, tone: csat > 3 ? "high" : csat === 3 ? "middle" : "low", said: "Chờ hơi lâu nhưng được nghe hết.", createdAt: at });
        await tie(tx, ["feedback", id], "about", ["customer", customerId], at);
        if (of !== null) await tie(tx, ["feedback", id], "about", ["decision", of], at);
      }
      return { ...filled, links, customerId: template.id };
    },
    { limitMs: 900_000 },
  );
}

/** The thread with two hundred thousand links, one rule joining ten thousand cases; the inbox with a hundred thousand words of customers. */
export const run: RunSuite = async (say) => {
  const folder = mkdtempSync(path.join(tmpdir(), "tam-bench-thread-"));
  const file = path.join(folder, "tam.db");
  try {
    installMessages();
    await migrate(file);
    openDatabase({ url: `file:${file}` });
    const now = new Date("2026-11-23T03:00:00Z");
    const company = await seedSmallCompany(now);
    say(`thread: ${LINKS} links are written`);
    const { links, decisions, recognitions, changes, customerId } = await fill(company, now);
    say(`thread: ${links} links, ${await db.threadLink.count({ where: { toKind: "rule", toId: "REFUND-STORE" } })} at the busiest rule`);
    const hr = await loadActor(company.people.hr.id, NO_CONTEXT);
    if (hr === null) throw new Error("no HR");
    const telling: Telling = { t: translator("vi"), locale: "vi", at: now };
    const of = (list: readonly string[], run: number) => list[(run * 7_919) % list.length] ?? "";
    const inbox = (text: string) => () => inboxView(hr, readInboxFilter(new URLSearchParams(text)), null);
    const rows = [
      await timed("panel of a decision", RUNS, (run) => threadPanel(hr, { kind: "decision", id: of(decisions, run) }, telling)),
      await timed("panel of the busiest rule", RUNS, () => threadPanel(hr, { kind: "rule", id: "REFUND-STORE" }, telling)),
      await timed("links of the busiest rule, 200 each way", RUNS, () => visibleThread(hr, "rule", "REFUND-STORE", telling)),
      await timed("thread of a decision", RUNS, (run) => threadPage(hr, { kind: "decision", id: of(decisions, run) }, telling)),
      await timed("thread of the busiest rule", RUNS, () => threadPage(hr, { kind: "rule", id: "REFUND-STORE" }, telling)),
      await timed("thread of a value", RUNS, () => threadPage(hr, { kind: "value", id: "HEAR" }, telling)),
      await timed("thread of the busiest customer", RUNS, () => threadPage(hr, { kind: "customer", id: customerId }, telling)),
      await timed("thread of a change", RUNS, (run) => threadPage(hr, { kind: "improvement", id: of(changes, run) }, telling)),
      await timed("what hangs on a recognition", RUNS, (run) => hangingOn(hr, of(recognitions, run), telling)),
      await timed("inbox, first page", RUNS, inbox("")),
      await timed("inbox, unread and low", RUNS, inbox("tone=low&unread=1")),
    ];
    return { name: "thread", rows };
  } finally {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
};
