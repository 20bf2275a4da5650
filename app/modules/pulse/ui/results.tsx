import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/inputs.tsx";
import { Card, DefinitionList } from "#ui/layout.tsx";
import type { ResultsView } from "../view-models.ts";
import { QuestionResultCard } from "./question-result.tsx";
import { useToldWords } from "./use-words.ts";

/** Which group is shown, how many of it were asked and answered; `from`: where the page was come to from. */
export function GroupCard({ view, from = null }: { view: ResultsView; from?: string | null }) {
  const { t } = useTranslation("pulse");
  const words = useToldWords(view.promise.mode);
  const { groups, chosen, turnout } = view;
  const rate = turnout.state === "shown" ? t("results.turnoutShown", { percent: turnout.percent }) : turnout.state === "open" ? t("results.open") : words.hidden;
  return (
    <Card title={words.groupName(chosen)}>
      <DefinitionList items={[{ label: t("page.invited"), value: t("page.people", { count: chosen.invited }) }, { label: t("results.turnout"), value: rate }]} />
      {groups.length > 1 && (
        <Form method="get" className="flex flex-wrap items-end gap-3">
          {from !== null && <input type="hidden" name="from" value={from} />}
          <Field label={t("results.group")} id="group" name="group" defaultValue={chosen.id}>
            <Select options={groups.map((group) => ({ value: group.id, label: words.groupName(group) }))} />
          </Field>
          <Button>{t("results.show")}</Button>
        </Form>
      )}
    </Card>
  );
}

/** Every question of the chosen group; the same for real and for invented answers. */
export function Results({ view }: { view: ResultsView }) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  if (view.state !== "closed") return <EmptyState title={t("results.open")}>{t("results.openHint", { closesOn: format.day(view.promise.closesOn) })}</EmptyState>;
  return (
    <>
      {view.results.map((result) => (
        <QuestionResultCard key={result.question.code} result={result} view={view} />
      ))}
    </>
  );
}
