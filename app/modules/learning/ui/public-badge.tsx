import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { BadgeView } from "../view-models.ts";
import { CertificateBadge, useValidity } from "./certificate-list.tsx";
import { useText } from "./use-text.ts";

/** A certificate for outsiders: what it says and nothing else. */
export function PublicBadge({ badge }: { badge: BadgeView }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const validity = useValidity();
  return (
    <main id="main" className="mx-auto flex min-h-dvh w-full max-w-xl flex-col gap-6 px-4 py-8">
      <header>
        <p className="text-muted">{badge.organisation}</p>
        <h1 className="text-2xl sm:text-3xl">{t("certificate.publicTitle", { name: badge.holder })}</h1>
        <p className="mt-1">{t("certificate.publicLead", { organisation: badge.organisation })}</p>
      </header>
      {badge.revokedAt !== null && <Banner tone="warn" title={t("certificate.revokedAt", { at: badge.revokedAt })} />}
      <Card title={text(badge.title)} aside={<CertificateBadge certificate={badge} />}>
        <p>{text(badge.summary)}</p>
        <DefinitionList
          items={[
            { label: t("certificate.holder"), value: badge.holder },
            badge.skill !== null && { label: t("certificate.skill"), value: text(badge.skill) },
            { label: t("certificate.status"), value: t(badge.verified ? "certificates.verified" : "certificates.completed") },
            { label: t("certificate.holds"), value: validity(badge) },
            { label: t("certificate.issuer"), value: badge.organisation },
          ]}
        />
        {badge.credentialPath !== null && <LinkButton to={badge.credentialPath} reloadDocument className="self-start">{t("certificate.download")}</LinkButton>}
      </Card>
      <p className="text-sm text-muted">
        <span className="font-semibold">{t("certificate.signature")}: </span>
        {t("certificate.signatureHint")}
      </p>
    </main>
  );
}
