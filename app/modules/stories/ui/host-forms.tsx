import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CheckChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { LONGEST_LINE, LONGEST_PART } from "../schemas.ts";
import type { CirclePage } from "../view-models.ts";

interface HostProps {
  readonly circle: CirclePage;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** After it was held: who came, what was learnt. */
export function AfterCircle({ circle, refusal, typed }: HostProps) {
  const { t } = useTranslation("stories");
  return (
    <>
      {circle.going.length > 0 && (
        <Card title={t("circles.attendance")}>
          <Form method="post" className="flex flex-col gap-4">
            <CheckChips label={t("circles.attendance")} hideLabel id="came" name="came" selected={circle.going.filter(({ attended }) => attended !== false).map(({ id }) => id)} options={circle.going.map(({ id, name }) => ({ value: id, label: name }))} />
            <Button name="intent" value="attendance" className="self-start">{t("circles.attendanceSave")}</Button>
          </Form>
        </Card>
      )}
      <Card title={t("circles.learnt")}>
        <Form method="post" className="flex flex-col gap-4">
          <Field label={t("circles.learnt")} hideLabel hint={t("circles.learntHint")} id="learnt" name="learnt" defaultValue={typed["learnt"] ?? circle.learnt ?? undefined} errors={errorsAt(refusal, "learnt")}>
            <TextArea rows={4} maxLength={LONGEST_PART} />
          </Field>
          <Button variant="primary" name="intent" value="learnt" className="self-start">{t("circles.learntSave")}</Button>
        </Form>
      </Card>
    </>
  );
}

/** Before it is held: to cancel it with a reason. */
export function CancelCircle({ refusal, typed }: Omit<HostProps, "circle">) {
  const { t } = useTranslation("stories");
  return (
    <Fold summary={t("circles.cancel")} open={typed["intent"] === "cancel"}>
      <Form method="post" className="flex flex-col gap-3">
        <Field label={t("circles.cancelWhy")} id="why" name="why" defaultValue={typed["why"]} errors={errorsAt(refusal, "why")}>
          <TextInput maxLength={LONGEST_LINE} />
        </Field>
        <Button variant="danger" name="intent" value="cancel" className="self-start">{t("circles.cancelSend")}</Button>
      </Form>
    </Fold>
  );
}
