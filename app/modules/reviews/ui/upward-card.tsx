import { useTranslation } from "react-i18next";
import { Card } from "#ui/layout.tsx";
import type { UpwardView } from "../view-models.ts";
import { useWords } from "./use-words.ts";

/** What a leader's people say, as far as it may be shown; else three questions for talking with them. */
export function UpwardCard({ upward }: { upward: UpwardView | null }) {
  const { t } = useTranslation("leading");
  const { local, format } = useWords();
  if (upward === null) {
    return (
      <Card title={t("upward.title")}>
        <p className="text-muted">{t("upward.hidden")}</p>
        <ol className="list-decimal pl-5">
          <li>{t("upward.first")}</li>
          <li>{t("upward.second")}</li>
          <li>{t("upward.third")}</li>
        </ol>
      </Card>
    );
  }
  return (
    <Card title={t("upward.title")}>
      <p className="text-muted">{t("upward.answered", { n: upward.answered })}</p>
      {upward.group !== null && <p className="text-muted">{t("upward.group", { group: local(upward.group) })}</p>}
      <ul className="flex flex-col gap-2">
        {upward.items.map(({ question, favourable, n }) => (
          <li key={question.vi}>
            <p>{local(question)}</p>
            <p className="text-sm text-muted">{t("upward.favourable", { share: format.share(favourable, n), n })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
