import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { answerRuleForm, removeFromDraft, ruleEditor } from "#modules/empowerment/public.server.ts";
import { RuleEditor } from "#modules/empowerment/ui/designer/rule-editor.tsx";
import { useBilingual } from "#modules/empowerment/ui/verdict-panel.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";

const codeOf = (params: { readonly code?: string }): string | null => (params.code === undefined || params.code === "new" ? null : params.code);

/** What is already known of a rule to write, as a situation without a rule names it. */
const KNOWN = { gesture: "gestures", reason: "reasons", channel: "channels", role: "roles" } as const;

export const loader = page("policies.edit", async ({ actor, params, url, locale }) => {
  const known = Object.fromEntries(Object.entries(KNOWN).map(([name, field]) => [field, url.searchParams.getAll(name)]));
  return json({ view: await ruleEditor(actor, Number(params.version), codeOf(params), { locale, known }), fromGap: url.searchParams.has("gesture") });
});

export const action = act("policies.edit", async ({ actor, params, form, locale, t }) => {
  const version = Number(params.version);
  const code = codeOf(params);
  if (code !== null && form.get("intent") === "remove") {
    await removeFromDraft({ actor, version }, { kind: "remove-rule", code });
    return redirectWithToast(`/policies/${version}`, { key: "designer:preview.removed", params: { version } });
  }
  const answer = await answerRuleForm({ actor, version, form, locale, t }, code);
  if (answer === "saved") return redirectWithToast(`/policies/${version}`, { key: "designer:preview.saved", params: { version } });
  return json(answer, { status: answer.faults.length > 0 ? 422 : 200 });
});

export { keepWhilePreviewing as shouldRevalidate } from "#modules/empowerment/ui/designer/edit-form.tsx";

export default function RulePage() {
  const { t } = useTranslation("designer");
  const name = useBilingual();
  const { view, fromGap } = useLoaderData<typeof loader>();
  const title = { vi: view.form.texts.nameVi, en: view.form.texts.nameEn };
  return (
    <>
      <div>
        <h2 className="text-xl">{view.before === null ? t("rule.titleNew") : name(title) || t("rule.titleEdit")}</h2>
        {fromGap && <p className="text-muted">{t("rule.fromGap")}</p>}
      </div>
      <RuleEditor key={view.before ?? "new"} view={view} answered={useActionData<typeof action>()} />
    </>
  );
}
