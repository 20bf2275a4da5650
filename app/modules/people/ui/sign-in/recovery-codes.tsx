import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { Card } from "#ui/layout.tsx";

/** Ten codes, shown once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const { t } = useTranslation("sign-in");
  return (
    <Card title={t("secondFactor.codesTitle")}>
      <p>{t("secondFactor.codesLead")}</p>
      <ul className="grid grid-cols-2 gap-2 font-mono text-lg tabular-nums">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={codes.join("\n")} />
        <LinkButton to="/" variant="primary">{t("secondFactor.done")}</LinkButton>
      </div>
    </Card>
  );
}
