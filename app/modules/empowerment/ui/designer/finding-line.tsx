import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import type { FindingView } from "../../design/view-models.ts";
import { useSituationWords } from "./situation-words.ts";

const TONE = { error: "bad", warning: "warn", info: "info" } as const;

/** One finding: how much it weighs, what, how to mend it, and the concrete example that shows it. */
export function FindingLine({ finding }: { finding: FindingView }) {
  const { t } = useTranslation("designer");
  const { situation } = useSituationWords();
  return (
    <div className="flex flex-col gap-1">
      <p className="flex flex-wrap items-start gap-x-2 gap-y-1">
        <Badge tone={TONE[finding.severity]}>{t(`preview.severity.${finding.severity}`)}</Badge>
        <span className="min-w-0 flex-1 basis-40">{finding.message}</span>
      </p>
      <p className="text-sm text-muted">
        {t("check.fix")}: {finding.fix}
      </p>
      {finding.witness && (
        <p className="text-sm text-muted">
          {t("check.witness")}: {situation(finding.witness)}
        </p>
      )}
    </div>
  );
}
