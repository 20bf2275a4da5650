import type { SmallCompany } from "#db/seed/builders.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { launchPulse, savePulse } from "#modules/pulse/public.server.ts";
import { askedBy } from "#tests/support/asked.ts";
import type { Calls } from "./call.ts";

/** One call of every operation of pulses, each on a pulse of its own. */
export function pulseCalls(company: () => SmallCompany): Calls {
  /** A pulse that is open for everybody. */
  async function pulsed(): Promise<string> {
    const { id } = await draftedPulse();
    await launchPulse(id, await askedBy(company().people.hr, new Date()));
    return id;
  }
  const pulseDays = (later: number) => addDays(localDay(new Date(), "Asia/Ho_Chi_Minh"), later);
  const pulse = () => ({ titleVi: "Quý này", titleEn: "This quarter", mode: "anonymous" as const, kScores: 6, kComments: 8, questions: ["LOYAL", "RECOMMEND"], departments: [], sites: [], opensOn: pulseDays(0), closesOn: pulseDays(9), remindOn: null });
  const draftedPulse = async () => savePulse(pulse(), await askedBy(company().people.hr, new Date()), null);
  return {
    listPulses: async () => (await pulsed(), { as: "frontline", path: "/pulses?limit=1" }),
    readPulse: async () => ({ as: "frontline2", path: `/pulses/${await pulsed()}` }),
    readPulseResults: async () => ({ as: "hr", path: `/pulses/${await pulsed()}/results?group=all` }),
    draftPulse: async () => ({ as: "hr", path: "/pulses", json: pulse() }),
    draftPulsesAbout: async () => ({ as: "hr", path: "/pulses/about", json: { subjects: [company().people.manager.id], pulse: { ...pulse(), mode: "confidential", kScores: 3, questions: ["PERSON-MODELS", "PERSON-MORE"] } } }),
    launchPulse: async () => ({ as: "hr", path: `/pulses/${(await draftedPulse()).id}/launch` }),
    extendPulse: async () => ({ as: "hr", path: `/pulses/${await pulsed()}/extend`, json: { closesOn: pulseDays(12) } }),
    closePulse: async () => ({ as: "hr", path: `/pulses/${await pulsed()}/close` }),
    addPulseQuestion: async () => ({ as: "hr", path: "/pulses/questions", json: { code: "NIGHT-BUS", scale: "agree", topic: "load", textVi: "Hết ca tối tôi về nhà được an toàn.", textEn: "After a late shift I get home safely." } }),
    readPulseThreshold: async () => ({ as: "frontline", path: "/pulses/threshold" }),
    raisePulseThreshold: async () => ({ as: "admin", path: "/pulses/threshold", json: { k: 6 } }),
    answerPulse: async () => ({ as: "frontline", path: `/pulses/${await pulsed()}/answers`, json: { answers: { LOYAL: 4, RECOMMEND: null } } }),
  };
}
