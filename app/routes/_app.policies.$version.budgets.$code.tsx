import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerBudgetForm, budgetEditor, removeFromDraft } from "#modules/empowerment/public.server.ts";
import { BudgetEditor } from "#modules/empowerment/ui/designer/budget-editor.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";

const codeOf = (params: { readonly code?: string }): string | null => (params.code === undefined || params.code === "new" ? null : params.code);

export const loader = page("policies.edit", async ({ actor, params, locale }) => json({ view: await budgetEditor(actor, Number(params.version), codeOf(params), locale) }));

export const action = act("policies.edit", async ({ actor, params, form, locale, t }) => {
  const version = Number(params.version);
  const code = codeOf(params);
  if (code !== null && form.get("intent") === "remove") {
    await removeFromDraft({ actor, version }, { kind: "remove-budget", code });
    return redirectWithToast(`/policies/${version}/budgets`, { key: "designer:budget.removed", params: { version } });
  }
  const answer = await answerBudgetForm({ actor, version, form, locale, t }, code);
  if (answer === "saved") return redirectWithToast(`/policies/${version}/budgets`, { key: "designer:budget.saved", params: { version } });
  return json(answer, { status: answer.faults.length > 0 ? 422 : 200 });
});

export { keepWhilePreviewing as shouldRevalidate } from "#modules/empowerment/ui/designer/edit-form.tsx";

export default function PolicyBudgetPage() {
  const { t } = useTranslation("designer");
  const { view } = useLoaderData<typeof loader>();
  return (
    <>
      <h2 className="text-xl">{view.before === null ? t("budget.titleNew") : t("budget.titleEdit")}</h2>
      <BudgetEditor key={view.before ?? "new"} view={view} answered={useActionData<typeof action>()} />
    </>
  );
}
