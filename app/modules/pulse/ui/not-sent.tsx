import { useTranslation } from "react-i18next";
import { Banner } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { Question } from "../bank.ts";
import { useLocal } from "./use-words.ts";

/** Answers that came too late or a second time: they count nowhere, and the words stay on the screen to be copied. */
export function NotSent({ answered, questions, typed }: { answered: boolean; questions: readonly Question[]; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  const written = questions.flatMap(({ code, text }) => {
    const words = (typed[`w-${code}`] ?? "").trim();
    return words === "" ? [] : [{ code, text, words }];
  });
  return (
    <>
      <Banner tone="warn" live="alert" title={t("notSent.title")}>{t(answered ? "notSent.answered" : "notSent.closed")}</Banner>
      {written.length > 0 && (
        <Card title={t("notSent.words")}>
          <p className="text-sm text-muted">{t("notSent.wordsHint")}</p>
          <dl className="flex flex-col gap-3">
            {written.map(({ code, text, words }) => (
              <div key={code}>
                <dt className="text-sm text-muted">{local(text)}</dt>
                <dd className="max-w-prose rounded-control bg-sunken px-4 py-3 break-words whitespace-pre-line">{words}</dd>
              </div>
            ))}
          </dl>
        </Card>
      )}
    </>
  );
}
