import { json } from "@remix-run/node";
import { checkForm } from "#composition/decide.server.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** Nothing to read here: forms ask by POST. */
export const loader = page("decisions.check", () => {
  throw notFound();
});

/** The verdict for what stands in the decision form; writes nothing. */
export const action = act("decisions.check", async ({ actor, form, locale, t }) => json(await checkForm(actor, form, { locale, t })));
