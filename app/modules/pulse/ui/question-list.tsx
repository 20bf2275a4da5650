import { useTranslation } from "react-i18next";
import type { Question } from "../bank.ts";
import { useLocal } from "./use-words.ts";

/** The questions of a pulse in their order, each with how it is answered. */
export function QuestionList({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation("pulse");
  const local = useLocal();
  return (
    <ol className="flex list-decimal flex-col gap-2 pl-5">
      {questions.map(({ code, text, scale }) => (
        <li key={code}>
          {local(text)} <span className="text-sm text-muted">{t(`scale.${scale}`)}</span>
        </li>
      ))}
    </ol>
  );
}
