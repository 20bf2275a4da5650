import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { Fold } from "#ui/fold.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { LENSES } from "../schemas.ts";

interface Props {
  idempotencyKey: string;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** A weighty decision: what, for whom, and what was given up. */
export function DecisionForm({ idempotencyKey, refusal, typed }: Props) {
  const { t } = useTranslation("leading");
  return (
    <Card>
      <Fold summary={t("decisions.add")} open={refusal !== null}>
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
          <Field label={t("decisions.name")} id="title" name="title" defaultValue={typed["title"]} errors={errorsAt(refusal, "title")} required>
            <TextInput maxLength={160} />
          </Field>
          <Field label={t("decisions.words")} id="words" name="words" defaultValue={typed["words"]} errors={errorsAt(refusal, "words")} required>
            <TextArea rows={3} maxLength={3000} />
          </Field>
          <RadioChips label={t("decisions.lens")} id="lens" name="lens" selected={typed["lens"]} errors={errorsAt(refusal, "lens")} options={LENSES.map((lens) => ({ value: lens, label: t(`decisions.lenses.${lens}`) }))} />
          <Field label={t("decisions.serves")} id="serves" name="serves" defaultValue={typed["serves"]} errors={errorsAt(refusal, "serves")} required>
            <TextInput maxLength={300} />
          </Field>
          <Field label={t("decisions.givenUp")} id="givenUp" name="givenUp" hint={t("decisions.givenUpHint")} defaultValue={typed["givenUp"]} errors={errorsAt(refusal, "givenUp")} required>
            <TextArea rows={2} maxLength={1000} />
          </Field>
          <Field label={t("decisions.about")} id="about" name="about" hint={t("decisions.aboutHint")} defaultValue={typed["about"]} errors={errorsAt(refusal, "about")} optional>
            <TextInput maxLength={500} />
          </Field>
          <Button variant="primary" className="self-start">{t("decisions.save")}</Button>
        </Form>
      </Fold>
    </Card>
  );
}
