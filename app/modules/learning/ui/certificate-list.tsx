import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Badge } from "#ui/feedback.tsx";
import type { Tone } from "#ui/tone.ts";
import type { CertificateLine } from "../view-models.ts";
import { useText } from "./use-text.ts";
import { lastDay } from "./last-day.ts";

const TONES: Readonly<Record<CertificateLine["state"], Tone>> = { valid: "good", ends_soon: "warn", expired: "neutral", revoked: "bad" };

/** Whether a certificate holds. */
export function CertificateBadge({ certificate: { state } }: { certificate: Pick<CertificateLine, "state"> }) {
  const { t } = useTranslation("learning");
  return <Badge tone={TONES[state]}>{t(`certificates.state.${state}`)}</Badge>;
}

/** How long it holds, in words. */
export function useValidity(): (certificate: Pick<CertificateLine, "validFrom" | "validTo">) => string {
  const { t } = useTranslation("learning");
  const format = useFormat();
  return ({ validFrom, validTo }) => `${t("certificates.from", { day: format.day(validFrom) })}, ${validTo === null ? t("certificates.forever") : t("certificates.until", { day: format.day(lastDay(validTo)) })}`;
}

/** Certificates, the newest first; older ones stay beside newer ones. */
export function CertificateList({ certificates }: { certificates: readonly CertificateLine[] }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const validity = useValidity();
  if (certificates.length === 0) return <p className="text-muted">{t("certificates.empty")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-line">
      {certificates.map((certificate) => (
        <li key={certificate.id} className="flex flex-col gap-1 py-2">
          <Link to={`/learn/certificates/${certificate.id}`} className="inline-flex min-h-target items-center underline underline-offset-4">{text(certificate.title)}</Link>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
            <CertificateBadge certificate={certificate} />
            <span>{t(certificate.verified ? "certificates.verified" : "certificates.completed")}</span>
            <span>{validity(certificate)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
