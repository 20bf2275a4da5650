import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { contentHashOf } from "#modules/empowerment/policy-document.server.ts";
import type { PolicyDocument } from "#modules/empowerment/public.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { SIGN_INS } from "./company.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { POLICY } from "./policy.ts";
import { randomFrom, type Random } from "./random.ts";

const HOUR = 3_600_000;
const after = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);
const policyEvent = (type: string, version: number, personId: string, at: Date, data: object): AuditEventInput => ({
  ...{ type, subject: { kind: "policy", id: String(version) }, actor: { personId }, data: { version, ...data }, at },
});

/** What the version in review was before its comments: a lower limit for clothes that were altered badly. */
function beforeComments(document: PolicyDocument): PolicyDocument {
  return { ...document, rules: document.rules.map((rule) => (rule.code === "ALTER-REDO" && rule.limit?.perCase !== undefined ? { ...rule, limit: { ...rule.limit, perCase: rule.limit.perCase / 2 } } : rule)) };
}

const COMMENTS = [
  {
    by: SIGN_INS.frontline.email,
    rule: "ALTER-REDO",
    text: "Một nửa tiền sửa thường không đủ: khách đã mất thêm một lần đi lại. Nên đủ để làm lại ở tiệm ngoài.",
    outcome: "changed",
    answer: "Đúng vậy. Đã nâng gấp đôi mức này; vẫn dưới giá một lần sửa ở tiệm ngoài gần mỗi cửa hàng.",
  },
  {
    by: SIGN_INS.supervisor.email,
    rule: null,
    text: "Ca tối ít người, ai xác nhận người thứ hai?",
    outcome: "explained",
    answer: "Bản này không thêm chỗ nào cần người thứ hai. Các mức cũ giữ nguyên.",
  },
] as const;

/** The comments the version in review was asked for, each with its answer. */
async function insertComments(tx: Tx, plan: DemoPlan, random: Random): Promise<AuditEventInput[]> {
  const planned = plan.versions.find((candidate) => candidate.version === POLICY.inReview);
  if (!planned) return [];
  const { version, createdAt, submittedAt, editorEmail, document } = planned;
  const editor = personIdOf(plan, editorEmail);
  const earlier = beforeComments(document);
  const step = (submittedAt.getTime() - createdAt.getTime()) / 6 / HOUR;
  const [invitedAt, until] = [after(createdAt, step), after(createdAt, step * 5)];
  await tx.insert("PolicyRevision", { version, revision: 1, document: JSON.stringify(earlier), contentHash: contentHashOf(earlier), savedAt: createdAt, savedById: editor });
  await tx.update("PolicyVersion", { version }, { commentsUntil: until });
  const events = [policyEvent("policy.comments-invited", version, editor, invitedAt, { revision: 1, until: until.toISOString() })];
  for (const [index, { by, rule, text, outcome, answer }] of COMMENTS.entries()) {
    const [personId, at, answeredAt] = [personIdOf(plan, by), after(invitedAt, step * (0.5 + index * 0.5)), after(invitedAt, step * (2 + index * 0.5))];
    const comment = random.idAt(at);
    await tx.insert("PolicyComment", { id: comment, version, revision: 1, rule, personId, text, at, outcome, answer, answeredById: editor, answeredAt });
    events.push(policyEvent("policy.commented", version, personId, at, { comment, rule, revision: 1 }), policyEvent("policy.comment-answered", version, editor, answeredAt, { comment, rule, outcome }));
  }
  return events;
}

const RAISED = [
  { response: "unclear", rule: "REFUND-STORE", words: "Khách đổi cỡ vì may lệch thì tính là lỗi sản phẩm hay đổi ý?", answer: "May lệch là lỗi ở mình: áp dụng quy tắc này. Khách chọn nhầm cỡ thì đổi món khác." },
  { response: "unreasonable", rule: "REFUND-STORE", words: "Giờ cao điểm mà vẫn phải ghi chú từng trường hợp nhỏ thì khách đứng chờ lâu quá.", answer: null },
] as const;

/** What two clerks raised about the version in force; the second waits for its owner. */
async function insertRaised(tx: Tx, plan: DemoPlan): Promise<AuditEventInput[]> {
  const version = POLICY.inForce;
  const from = plan.versions.find((candidate) => candidate.version === version)?.effectiveFrom;
  if (!from) return [];
  const owner = personIdOf(plan, SIGN_INS.hr.email);
  const clerks = plan.company.people.filter(({ role, leftOn, email }) => role === "frontline" && leftOn === null && email !== SIGN_INS.frontline.email);
  const events: AuditEventInput[] = [];
  let next = 0;
  for (const { id: personId } of clerks) {
    const raised = RAISED[next];
    if (raised === undefined) break;
    if ((await tx.find("PolicyAcknowledgement", { version, personId })) !== null) continue;
    const [at, answeredAt] = [after(from, 30 + next * 50), after(from, 52 + next * 50)];
    const { answer, ...said } = raised;
    await tx.insert("PolicyAcknowledgement", { version, personId, at, ...said, ...(answer === null ? {} : { answer, answeredById: owner, answeredAt }) });
    events.push(policyEvent("policy.acknowledged", version, personId, at, {}));
    if (answer !== null) events.push(policyEvent("policy.response-answered", version, owner, answeredAt, { rule: said.rule }));
    next += 1;
  }
  return events;
}

/** What people said of the policy before and after it was published. @returns what the trail says of it */
export async function insertPolicyTalk(tx: Tx, plan: DemoPlan): Promise<AuditEventInput[]> {
  return [...(await insertComments(tx, plan, randomFrom(11))), ...(await insertRaised(tx, plan))];
}
