import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { PeriodView } from "../scorecards/view-models.ts";
import { usePeriodName } from "./use-period-name.ts";

interface Props {
  /** The chosen period, while it is open. */
  open: PeriodView | null;
  minimum: number;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** HR's own: open and close periods, and the least customer share. */
export function PeriodForms({ open, minimum, refusal, typed }: Props) {
  const { t } = useTranslation("scorecards");
  const name = usePeriodName();
  return (
    <Card title={t("hr.title")}>
      {open !== null && (
        <Fold summary={`${t("hr.close")}: ${name(open)}`}>
          <Form method="post" className="flex flex-col gap-3">
            <input type="hidden" name="period" value={open.id} />
            <p>{t("hr.closeLead")}</p>
            <Button variant="danger" name="intent" value="close" className="self-start">{t("hr.close")}</Button>
          </Form>
        </Fold>
      )}
      <Fold summary={t("hr.open")} open={typed["intent"] === "open"}>
        <Form method="post" className="flex flex-col gap-3">
          <Field label={t("hr.kind")} name="kind" defaultValue={typed["kind"] ?? "quarter"}>
            <Select options={[{ value: "quarter", label: t("hr.quarter") }, { value: "month", label: t("hr.month") }]} />
          </Field>
          <Field label={t("hr.day")} id="day" name="day" defaultValue={typed["day"]} errors={errorsAt(refusal, "day")} required>
            <TextInput type="date" />
          </Field>
          <Button name="intent" value="open" className="self-start">{t("hr.open")}</Button>
        </Form>
      </Fold>
      <Fold summary={t("hr.share")} open={typed["intent"] === "share"}>
        <Form method="post" className="flex flex-col gap-3">
          <Field label={t("hr.share")} hideLabel id="percent" name="percent" hint={t("hr.shareHint")} defaultValue={typed["percent"] ?? String(minimum)} errors={errorsAt(refusal, "percent")} required>
            <TextInput inputMode="numeric" className="max-w-32" />
          </Field>
          <Button name="intent" value="share" className="self-start">{t("hr.shareSave")}</Button>
        </Form>
      </Fold>
    </Card>
  );
}
