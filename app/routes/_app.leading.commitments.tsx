import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { newId } from "#kernel/ids.ts";
import { commitmentLibrary, commitmentsInput, ownCycle, publishCommitments } from "#modules/reviews/public.server.ts";
import { AgreedCard } from "#modules/reviews/ui/agreed-card.tsx";
import { CommitmentsForm } from "#modules/reviews/ui/commitments-form.tsx";
import { act, page } from "#platform/http/page.server.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { EmptyState } from "#ui/feedback.tsx";
import { Page, PageHeader } from "#ui/layout.tsx";
import { useFormat } from "#i18n/use-format.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "leading:write.title" };

export const loader = page("leading.write", async ({ actor }) => json({ own: await ownCycle(actor.personId, systemClock.now()), library: commitmentLibrary, idempotencyKey: newId() }));

export const action = act(
  "leading.write",
  async ({ actor, form, remember }) => {
    const asked = { actor, source: "screen", now: systemClock.now() } as const;
    await publishCommitments(String(form.get("cycle") ?? ""), commitmentsInput(form), asked, (tx) => remember?.(tx, { status: 303, location: "/leading" }));
    return redirectWithToast("/leading", { key: "leading:write.saved" });
  },
  { idempotent: true },
);

export default function CommitmentsPage() {
  const { own, library, idempotencyKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("leading");
  const format = useFormat();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={t("write.title")} lead={own && t("write.lead", { from: format.day(own.cycle.from), to: format.day(own.cycle.to) })} back={{ to: "/leading", label: t("title") }} />
      {own === null || own.cycle.ended ? (
        <EmptyState title={t("commitments.none")}>{t("commitments.noCycle")}</EmptyState>
      ) : own.agreed ? (
        <AgreedCard commitments={own.commitments} />
      ) : (
        <CommitmentsForm cycle={own.cycle.id} library={library} before={own.commitments} idempotencyKey={idempotencyKey} refusal={refused?.refusal ?? null} typed={refused?.typed ?? null} />
      )}
    </Page>
  );
}
