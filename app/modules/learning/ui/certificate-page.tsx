import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { CertificateView } from "../view-models.ts";
import { LONGEST_REPORT_LINE } from "../schemas.ts";
import { CertificateBadge, useValidity } from "./certificate-list.tsx";
import { LessonForm, type Sent, useSent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

/** What a certificate says, its file to download, and the link for outsiders. */
export function CertificateFacts({ certificate, address }: { certificate: CertificateView; address: string }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const validity = useValidity();
  const { revoked, skill, verifiedBy } = certificate;
  return (
    <>
      {revoked !== null && (
        <Banner tone="warn" title={t("certificate.revokedAt", { at: revoked.at })}>{revoked.reason}</Banner>
      )}
      <Card>
        <p className="max-w-prose">{text(certificate.summary)}</p>
        <DefinitionList
          items={[
            { label: t("certificate.status"), value: <CertificateBadge certificate={certificate} /> },
            { label: t("certificate.holder"), value: certificate.holder.name },
            { label: t("certificate.course"), value: `${text(certificate.title)}, ${t("course.version", { version: certificate.version })}` },
            skill !== null && { label: t("certificate.skill"), value: text(skill) },
            { label: t("certificate.holds"), value: validity(certificate) },
            verifiedBy !== null && { label: t("certificate.verifiedBy"), value: verifiedBy },
          ]}
        />
      </Card>
      <Card title={t("certificate.download")}>
        <p className="text-muted">{t("certificate.downloadHint")}</p>
        <LinkButton to={`${certificate.publicPath}/credential`} icon={Download} reloadDocument className="self-start">{t("certificate.download")}</LinkButton>
        <p className="text-muted">{t("certificate.linkHint")}</p>
        <p className="flex flex-wrap items-center gap-3">
          <a href={certificate.publicPath} className="min-w-0 underline underline-offset-4 [overflow-wrap:anywhere]">{address}</a>
          <CopyButton text={address} />
        </p>
      </Card>
    </>
  );
}

/** HR takes a certificate back, with the reason. */
export function RevokeForm({ sent }: { sent: Sent }) {
  const { t } = useTranslation("learning");
  const { busy, refusal, typed } = useSent(sent, "revoke");
  return (
    <Fold summary={t("certificate.revoke")} open={refusal !== null}>
      <p className="max-w-prose text-muted">{t("certificate.revokeLead")}</p>
      <LessonForm intent="revoke" sent={{ refusal, typed }} fields={{ reason: "reason" }}>
        <Field label={t("certificate.reason")} id="reason" name="reason" defaultValue={typed["reason"]} errors={errorsAt(refusal, "reason")} required>
          <TextArea rows={2} maxLength={LONGEST_REPORT_LINE} />
        </Field>
        <Button type="submit" variant="danger" pending={busy} className="self-start">{t("certificate.revokeConfirm")}</Button>
      </LessonForm>
    </Fold>
  );
}
