import type { Asked } from "#platform/acting.server.ts";
import { invalidInput, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { jointAnswer, type OwnAnswer } from "./domain/joint-answer.ts";
import { speaksFor } from "./domain/sight.ts";
import type { Answer } from "./domain/states.ts";
import { advance, openImprovement, type Opened, personIn, type RememberDone, subjectOf, tellAll } from "./improvement.server.ts";
import { recordEvent, tellStory } from "./record-event.server.ts";
import type { AnswerFields } from "./schemas.ts";

type Owner = Opened["owners"][number];

/** The owner somebody answers for: the department they name, else the first that is theirs and still open. */
function ownerFor({ owners, row }: Opened, department: string | null, { actor }: Asked): Owner {
  const theirs = actor === null ? owners : owners.filter((owner) => speaksFor(actor, owner, row.siteCode));
  if (theirs.length === 0) throw new Refusal("forbidden");
  const open = theirs.filter(({ answeredAt }) => answeredAt === null);
  const chosen = department === null ? open[0] : theirs.find(({ departmentCode }) => departmentCode === department);
  if (department !== null && chosen === undefined) throw invalidInput({ path: "department", code: "unknown_department" });
  if (chosen === undefined || chosen.answeredAt !== null) throw new Refusal("state_changed");
  return chosen;
}

function ownAnswer({ answer, law }: Owner): OwnAnswer | null {
  return answer === null ? null : { answer: answer as Answer, law };
}

/**
 * Answers for one owning department: stop it, make it better, or needed and why; a duty by law cites it. When every owner
 * has answered, the joint answer stands and the reporters are told. Answers the joint one, null while others are still asked.
 * Nobody answers their own report. Refuses: `forbidden`; `own_report`; `not_found`; 409 `state_changed`.
 */
export async function answerImprovement(id: string, fields: AnswerFields, asked: Asked, remember?: RememberDone): Promise<{ joint: Answer | null }> {
  return transaction(async (tx) => {
    const opened = await openImprovement(tx, id, asked, "improvements.answer");
    const { row, owners, parts } = opened;
    const by = personIn(asked);
    const owner = ownerFor(opened, fields.department, asked);
    if (row.state !== "reported") throw new Refusal("state_changed");
    if (by !== null && parts.reporters.includes(by)) throw new Refusal("own_report", { status: 403 });
    const given = { answer: fields.answer, words: fields.words, law: fields.law, answeredById: by, answeredAt: asked.now };
    const key = { improvementId: id, departmentCode: owner.departmentCode };
    if ((await tx.update("ImprovementOwner", { ...key, answeredAt: null }, given)) !== 1) throw new Refusal("state_changed");
    const joint = jointAnswer(owners.map((other) => (other.departmentCode === owner.departmentCode ? { answer: fields.answer, law: fields.law } : ownAnswer(other))));
    if (joint !== null) {
      await advance(tx, opened, "answer", { answer: joint, answeredAt: asked.now });
      await tellAll(tx, row, { kind: `answered-${joint}`, to: parts.reporters, by, at: asked.now });
    }
    await tellStory(tx, id, "answered", { byId: by, at: asked.now, note: fields.words });
    const data = { number: row.number, department: owner.departmentCode, answer: fields.answer, joint };
    await recordEvent(tx, subjectOf(row), { type: "improvement.answered", schema: 1, data }, asked);
    await remember?.(tx, id);
    return { joint };
  });
}
