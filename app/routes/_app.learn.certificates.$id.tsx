import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { certificateView, revocationInput, revokeCertificate } from "#modules/learning/public.server.ts";
import { CertificateFacts, RevokeForm } from "#modules/learning/ui/certificate-page.tsx";
import { useText } from "#modules/learning/ui/use-text.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { baseAddress } from "#platform/base-address.server.ts";
import { Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "learning:certificate.title" };

export const loader = page("learning.read", async ({ actor, params }) => {
  const certificate = await certificateView(actor, params["id"] ?? "", systemClock.now());
  if (certificate === null) throw notFound();
  return json({ certificate, address: baseAddress() + certificate.publicPath });
});

export const action = act("certificates.revoke", async ({ actor, params, form }) => {
  const id = params["id"] ?? "";
  await revokeCertificate(id, revocationInput(form), { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/learn/certificates/${encodeURIComponent(id)}`, { key: "learning:certificate.revoked" });
});

export default function CertificatePage() {
  const { t } = useTranslation("learning");
  const text = useText();
  const { certificate, address } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  return (
    <Page>
      <PageHeader title={text(certificate.title)} lead={certificate.holder.name} back={{ to: certificate.mine ? "/learn" : "/qualifications", label: t(certificate.mine ? "title" : "certificate.title") }} />
      <CertificateFacts certificate={certificate} address={address} />
      {certificate.mayRevoke && <RevokeForm sent={{ refusal: refused?.refusal ?? null, typed: refused?.typed ?? {} }} />}
    </Page>
  );
}
