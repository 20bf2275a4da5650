import { z } from "zod";
import { MAIL_TIMES, TOPIC_CODES } from "./domain/topics.ts";

/** Where a person wants to hear of one topic. */
export const choiceFields = z.strictObject({ topic: z.enum(TOPIC_CODES), inApp: z.boolean(), mail: z.enum(MAIL_TIMES) });
export type ChoiceFields = z.output<typeof choiceFields>;

/** `PUT /account/notifications`: topics left out stay as they are. */
export const choicesBody = z.strictObject({ topics: z.array(choiceFields).min(1).max(TOPIC_CODES.length) });

/** `GET /account/notifications`, and what the PUT answers. */
export const choicesAnswer = z.object({
  mailLeaves: z.boolean().describe("whether this installation can send mail; where not, everything is told inside the product"),
  topics: z.array(
    z.object({
      topic: z.enum(TOPIC_CODES),
      needsAnswer: z.boolean().describe("always told inside the product"),
      inApp: z.boolean(),
      mail: z.enum(MAIL_TIMES),
      chosen: z.boolean().describe("false: as the product does unless told"),
    }),
  ),
});

/** The choices of the page's form: `mail.<topic>` for each topic shown, `inApp.<topic>` where ticked. */
export function choicesInput(form: FormData): { topics: unknown[] } {
  const topics = TOPIC_CODES.filter((topic) => form.has(`mail.${topic}`));
  return { topics: topics.map((topic) => ({ topic, inApp: form.get(`inApp.${topic}`) === "yes", mail: form.get(`mail.${topic}`) })) };
}
