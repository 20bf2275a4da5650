import { saveValue } from "#modules/people/public.server.ts";
import { recognise } from "#modules/recognition/recognise.server.ts";
import type { EvidenceSource } from "#modules/recognition/evidence.ts";
import type { EvidenceOutcome } from "#modules/recognition/domain/state.ts";
import type { RecognitionFields } from "#modules/recognition/schemas.ts";
import { askedBy } from "#tests/support/asked.ts";
import type { SeededPerson } from "#db/seed/builders.ts";

export const now = new Date("2026-11-22T03:00:00Z");
export const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

/** One value with two behaviours, saved by HR. */
export async function seedValue(hr: SeededPerson, at = now): Promise<void> {
  await saveValue(
    {
      code: "LISTEN",
      nameVi: "Lắng nghe",
      nameEn: "Listening",
      meaningVi: "Nghe hết rồi mới trả lời",
      meaningEn: "Hear it out before answering",
      behaviours: [{ vi: "Nghe hết lời khách", en: "Hears the customer out" }, { vi: "Gọi lại đúng hẹn", en: "Calls back on time" }],
      position: 1,
      active: true,
    },
    await askedBy(hr, at),
  );
}

/** A kind of evidence whose outcomes a test sets. */
export function evidenceOf(outcomes: Map<string, EvidenceOutcome>, kind: EvidenceSource["kind"] = "decision"): EvidenceSource {
  return {
    kind,
    mayCite: async (_actor, id) => outcomes.has(id),
    describe: async () => new Map(),
    outcomes: async (ids) => new Map(ids.flatMap((id) => (outcomes.has(id) ? [[id, outcomes.get(id) ?? "none"] as const] : []))),
    offers: async () => [],
    offer: async () => null,
    good: async () => [],
  };
}

export const fields = (to: readonly { readonly id: string }[], more: Partial<RecognitionFields> = {}): RecognitionFields => ({
  receiverIds: to.map(({ id }) => id),
  value: "LISTEN",
  behaviour: "b1",
  message: "Sáng nay bạn nghe khách kể hết rồi mới hỏi, khách dịu lại ngay.",
  visibility: "public",
  evidence: [],
  ...more,
});

/** Somebody thanks others; answers the id. */
export async function thank(from: SeededPerson, to: readonly SeededPerson[], more: Partial<RecognitionFields> = {}, options: { readonly at?: Date; readonly sources?: readonly EvidenceSource[] } = {}): Promise<string> {
  const { id } = await recognise(fields(to, more), await askedBy(from, options.at ?? now), options.sources ?? []);
  return id;
}

