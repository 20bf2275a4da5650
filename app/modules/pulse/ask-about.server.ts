import { newId } from "#kernel/ids.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { type FieldFault, invalidInput } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { faultsOf } from "./save-pulse.server.ts";
import type { PulseFields } from "./schemas.ts";
import { EVERYBODY } from "./stored.ts";

/** The most leaders that one form asks about. */
const MAX_SUBJECTS = 20;

async function subjectFaults(tx: Tx, about: readonly string[]): Promise<FieldFault[]> {
  if (about.length === 0) return [{ path: "subjects", code: "leader_needed" }];
  if (about.length > MAX_SUBJECTS) return [{ path: "subjects", code: "too_many", params: { limit: MAX_SUBJECTS } }];
  const people = await tx.list("Person", { active: true });
  const leads = new Set(people.map(({ managerId }) => managerId));
  const unknown = about.some((id) => !leads.has(id) || !people.some((person) => person.id === id));
  return unknown ? [{ path: "subjects", code: "unknown_person" }] : [];
}

/**
 * Drafts a pulse about each of some leaders, to be answered by those around them; who these are is proposed from the
 * organisation and frozen at launch. Answers the ids. Refuses: `forbidden`; 422 at `subjects` (`leader_needed`, `too_many`,
 * `unknown_person` for who leads nobody too), at `mode` (`in_confidence_only`), and as a pulse is.
 */
export async function askAbout(fields: PulseFields, subjects: readonly string[], asked: Asked, remember?: (tx: Tx, ids: readonly string[]) => Promise<void> | void): Promise<{ ids: string[] }> {
  demand(asked, "pulses.design");
  const { titleVi, titleEn, mode, kScores, kComments, opensOn, closesOn, remindOn } = fields;
  const questions = [...new Set(fields.questions)];
  const about = [...new Set(subjects)].sort();
  return transaction(async (tx) => {
    const faults = [
      ...(await subjectFaults(tx, about)),
      ...(mode === "confidential" ? [] : [{ path: "mode", code: "in_confidence_only" }]),
      ...(await faultsOf(tx, fields, true, asked.now)),
    ];
    if (faults.length > 0) throw invalidInput(...faults);
    const ids: string[] = [];
    for (const subjectId of about) {
      const id = newId();
      await tx.insert("Pulse", {
        ...{ id, subjectId, titleVi, titleEn, mode, kScores, kComments, opensOn, closesOn, remindOn },
        ...{ questions: JSON.stringify(questions), audience: EVERYBODY },
        ...{ state: "draft", createdAt: asked.now, createdById: asked.actor?.personId ?? null },
      });
      await recordEvent(tx, asked, { kind: "pulse", id }, { type: "pulse.saved", schema: 1, data: { revision: 1, questions } });
      ids.push(id);
    }
    await remember?.(tx, ids);
    return { ids };
  });
}
