import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { can } from "#access/permissions.ts";
import { recognisePage } from "#composition/recognise-page.server.ts";
import { evidenceSources } from "#composition/recognition-evidence.server.ts";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { recognise, recognitionInput } from "#modules/recognition/public.server.ts";
import { RecogniseForm } from "#modules/recognition/ui/recognise-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "recognition:form.title" };

export const loader = page("recognitions.give", async ({ actor, url }) =>
  json({ ...(await recognisePage(actor, url.searchParams)), mayEditValues: can(actor, "values.edit"), idempotencyKey: newId() }),
);

export const action = act(
  "recognitions.give",
  async ({ actor, form, remember }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    const { id } = await recognise(recognitionInput(form), asked, evidenceSources, (tx, made) => remember?.(tx, { status: 303, location: `/recognition/${made}` }));
    return redirectWithToast(`/recognition/${id}`, { key: "recognition:form.sent" });
  },
  { idempotent: true },
);

export default function RecognisePage() {
  const { begins, mayEditValues, idempotencyKey, ...lists } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("recognition");
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("form.title")} lead={t("form.lead")} back={{ to: "/recognition", label: t("title") }} />
      {lists.values.length === 0 ? (
        <EmptyState title={t("form.noValues")} action={mayEditValues && <LinkButton to="/organisation/values" variant="primary">{t("links.values")}</LinkButton>}>
          {t("form.noValuesHint")}
        </EmptyState>
      ) : (
        <RecogniseForm {...lists} typed={refused?.typed ?? begins} refusal={refused?.refusal ?? null} idempotencyKey={idempotencyKey} />
      )}
    </Page>
  );
}
