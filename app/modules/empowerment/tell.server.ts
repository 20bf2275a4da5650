import { words } from "#i18n/words.ts";
import { inLocale } from "#modules/customers/public.ts";
import { findPerson } from "#modules/people/public.server.ts";
import { env } from "#platform/env.server.ts";
import { notify, type NotificationInput } from "#platform/notifications.server.ts";
import { queueMail } from "#platform/outbox.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { organisationTranslator } from "./reason-words.server.ts";

/**
 * Tells somebody what concerns them, inside the product and, where mail is configured, by e-mail; in the transaction of
 * what it tells of. The mail says the same sentence and where to go, nothing about the customer.
 * @param details what the mail says besides, in the person's language
 */
export async function tell(tx: Tx, input: NotificationInput, details = ""): Promise<void> {
  await notify(tx, input);
  const person = env.SMTP_URL === null ? null : findPerson(input.personId);
  if (person === null || !person.active) return;
  const t = organisationTranslator(person.language);
  const said = words(t, "empowerment:notification", { code: input.kind.replace(".", "-"), params: inLocale(input.params, person.language) });
  const given = person.name.split(" ").at(-1) ?? person.name;
  const link = `${env.APP_URL?.replace(/\/$/, "") ?? ""}${input.href ?? "/"}`;
  const text = words(t, "empowerment:mail", { code: "text", params: { name: given, said: details === "" ? said : `${said}\n\n${details}`, link } });
  await queueMail(tx, { to: person.email, subject: said, text, at: input.at });
}
