import { json, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { createDraft, draftFromActive, newestDraft, policySummaries } from "#modules/empowerment/public.server.ts";
import { PolicyBadge } from "#modules/empowerment/ui/policy-badge.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { Refusal } from "#platform/http/refusal.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "decide:policies.title" };

export const loader = page("policies.read", async ({ actor }) => {
  const [versions, draft] = await Promise.all([policySummaries(actor), newestDraft(actor)]);
  return json({ versions, draft, mayEdit: can(actor, "policies.edit"), readsDrafts: can(actor, "policies.read-drafts") });
});

export const action = act("policies.edit", async ({ actor, form }) => {
  if (form.get("intent") === "from-active") return redirect(`/policies/${(await draftFromActive(actor)).version}`, 303);
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
  const { t } = useTranslation(["decide", "designer"]);
  const { versions, draft, mayEdit, readsDrafts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refusal = answer && "refusal" in answer ? answer.refusal : null;
  const busy = useNavigation().state !== "idle";
  const inForce = versions.some(({ state }) => state === "in_force");
  return (
    <Page>
      <PageHeader
        title={t("policies.title")}
        lead={t("policies.lead")}
        actions={
          mayEdit &&
          (draft !== null ? (
            <LinkButton to={`/policies/${draft}`} variant="primary">
              {t("designer:matrix.goOn", { version: draft })}
            </LinkButton>
          ) : (
            inForce && (
              <Form method="post">
                <Button variant="primary" name="intent" value="from-active" pending={busy}>
                  {t("designer:matrix.startDraft")}
                </Button>
              </Form>
            )
          ))
        }
      />
      <FormErrors refusal={refusal} fields={{ file: "file" }} />
      {versions.length === 0 && <EmptyState title={t("policies.empty")}>{mayEdit && t("policies.emptyHint")}</EmptyState>}
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
      {mayEdit && draft !== null && inForce && (
        <Form method="post">
          <Button name="intent" value="from-active" pending={busy}>
            {t("designer:matrix.startDraft")}
          </Button>
        </Form>
      )}
      {readsDrafts && (
        <nav aria-label={t("designer:index.more")}>
          <ul className="grid gap-3 sm:grid-cols-3">
            {(["proposals", "past-cases", "life"] as const).map((place) => (
              <li key={place}>
                <Link to={place === "life" ? "/authority/life" : `/policies/${place}`} className="block h-full rounded-card border border-line bg-surface p-4 no-underline shadow-card hover:bg-sunken">
                  <span className="block font-semibold">{t(`designer:index.${place}`)}</span>
                  <span className="block text-sm text-muted">{t(`designer:index.${place}Lead`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {mayEdit && (
        <Card title={t("policies.import")}>
          <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
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
