import { json, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { createDraft, policySummaries } from "#modules/empowerment/public.server.ts";
import { PolicyBadge } from "#modules/empowerment/ui/policy-badge.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "decide:policies.title" };

export const loader = page("policies.read", async ({ actor }) => json({ versions: await policySummaries(actor), mayImport: can(actor, "policies.edit") }));

export const action = act("policies.edit", async ({ actor, form }) => {
  const file = form.get("file");
  const text = file instanceof File ? await file.text() : "";
  let document: unknown;
  try {
    document = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new Refusal("malformed_json", { status: 422, errors: [{ path: "file", code: "malformed_json" }] });
  }
  const { version } = await createDraft(actor, document);
  return redirect(`/policies/${version}`, 303);
});

export default function PoliciesPage() {
  const { t } = useTranslation("decide");
  const { versions, mayImport } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const busy = useNavigation().state !== "idle";
  return (
    <Page>
      <PageHeader title={t("policies.title")} lead={t("policies.lead")} />
      {versions.length === 0 && <EmptyState title={t("policies.empty")}>{mayImport && t("policies.emptyHint")}</EmptyState>}
      <ul className="flex flex-col gap-3">
        {versions.map((policy) => (
          <li key={policy.version}>
            <Link to={`/policies/${policy.version}`} className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-line bg-surface p-4 no-underline shadow-card hover:bg-sunken">
              <span>
                <span className="block font-semibold">{t("policies.version", { version: policy.version })}</span>
                <span className="block text-sm text-muted">
                  {t("policies.rules", { count: policy.rules })}
                  {policy.effectiveFrom && <> · {t("policies.from", { at: policy.effectiveFrom })}</>}
                </span>
              </span>
              <PolicyBadge state={policy.state} />
            </Link>
          </li>
        ))}
      </ul>
      {mayImport && (
        <Card title={t("policies.import")}>
          <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
            <FormErrors refusal={answer && "refusal" in answer ? answer.refusal : null} fields={{ file: "file" }} />
            <Field label={t("policies.importFile")} id="file" name="file" hint={t("policies.importHint")}>
              <input id="file" type="file" name="file" accept="application/json,.json" required className="min-h-target" />
            </Field>
            <div>
              <Button pending={busy}>{t("policies.importSave")}</Button>
            </div>
          </Form>
        </Card>
      )}
    </Page>
  );
}
