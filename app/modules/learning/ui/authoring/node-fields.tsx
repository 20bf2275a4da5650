import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { IntegerInput, Select } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Choice, Ending, Scenario, ScenarioNode, Turn } from "../../domain/content.ts";
import { Both } from "./both.tsx";
import { RowButtons } from "./row-buttons.tsx";
import type { Sent } from "./sent.ts";

interface ChoiceProps {
  readonly choice: Choice;
  readonly index: number;
  readonly targets: readonly { readonly value: string; readonly label: string }[];
  readonly sent: Sent;
}

function ChoiceFields({ choice, index, targets, sent }: ChoiceProps) {
  const { t } = useTranslation("courses");
  const at = `choices.${index}`;
  const effect = (variable: "trust" | "frustration" | "time", label: string) => {
    const path = `${at}.effects.${variable}`;
    return <Field label={label} id={path} name={path} defaultValue={sent.typed[path] ?? String(choice.effects[variable] ?? 0)} errors={errorsAt(sent.refusal, path)} className="flex-1 basis-24"><IntegerInput inputMode="text" /></Field>;
  };
  return (
    <Card title={t("scenario.choice", { n: index + 1 })} level={3} aside={<RowButtons at={at} first={index === 0} what={t("scenario.choice", { n: index + 1 })} />}>
      <input type="hidden" name={`${at}.code`} value={choice.code} />
      <Both label={t("scenario.choiceText")} path={`${at}.text`} value={choice.text} sent={sent} rows={2} />
      <Both label={t("scenario.feedback")} path={`${at}.feedback`} value={choice.feedback} sent={sent} rows={2} />
      <fieldset className="flex flex-wrap gap-3">
        <legend className="mb-1 font-semibold">{t("scenario.effects")}</legend>
        {effect("trust", t("scenario.effectTrust"))}
        {effect("frustration", t("scenario.effectFrustration"))}
        {effect("time", t("scenario.effectTime"))}
      </fieldset>
      <Field label={t("scenario.to")} id={`${at}.to`} name={`${at}.to`} defaultValue={sent.typed[`${at}.to`] ?? choice.to} errors={errorsAt(sent.refusal, `${at}.to`)}>
        <Select placeholder={t("scenario.toNowhere")} options={targets} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button name="intent" value={`lead turn ${choice.code}`} variant="quiet">{t("scenario.toNewTurn")}</Button>
        <Button name="intent" value={`lead ending ${choice.code}`} variant="quiet">{t("scenario.toNewEnding")}</Button>
      </div>
    </Card>
  );
}

function TurnFields({ turn, scenario, sent }: { turn: Turn; scenario: Scenario; sent: Sent }) {
  const { t } = useTranslation("courses");
  const targets = scenario.nodes.map(({ code, kind }) => ({ value: code, label: t(kind === "turn" ? "scenario.turn" : "scenario.ending", { code }) }));
  return (
    <>
      <h2 className="text-lg">{t("scenario.choices")}</h2>
      {turn.choices.map((choice, index) => <ChoiceFields key={choice.code} choice={choice} index={index} targets={targets} sent={sent} />)}
      <Button name="intent" value="add choices" className="self-start">{t("scenario.addChoice")}</Button>
    </>
  );
}

function EndingFields({ ending, sent }: { ending: Ending; sent: Sent }) {
  const { t } = useTranslation("courses");
  return (
    <>
      <Both label={t("scenario.outcome")} path="outcome" value={ending.outcome} sent={sent} rows={3} />
      <RadioChips label={t("scenario.quality")} name="quality" selected={sent.typed["quality"] ?? ending.quality} options={(["good", "mixed", "poor"] as const).map((value) => ({ value, label: t(`scenario.qualities.${value}`) }))} />
    </>
  );
}

/** Every field of a turn or an ending. */
export function NodeFields({ node, scenario, sent }: { node: ScenarioNode; scenario: Scenario; sent: Sent }) {
  const { t } = useTranslation("courses");
  return (
    <>
      <Both label={t("scenario.says")} path="says" value={node.says} sent={sent} rows={2} />
      <Both label={t("scenario.shows")} hint={t("scenario.showsHint")} path="shows" value={node.shows} sent={sent} rows={2} />
      {node.kind === "turn" ? <TurnFields turn={node} scenario={scenario} sent={sent} /> : <EndingFields ending={node} sent={sent} />}
    </>
  );
}
