import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { Select, TextInput } from "#ui/inputs.tsx";
import { DRAWN_RELATIONS } from "../schemas.ts";

interface LinkFormProps {
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Drawing a link from the thing whose page this is to another one, named by the address of its page. */
export function LinkForm({ refusal, typed }: LinkFormProps) {
  const { t } = useTranslation("thread");
  const mine = typed["intent"] === "link";
  const busy = useNavigation().state !== "idle";
  return (
    <Fold summary={t("link")} open={mine && refusal !== null}>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="intent" value="link" />
        <Field label={t("relation")} name="relation" defaultValue={typed["relation"] ?? "caused_by"} errors={errorsAt(refusal, "relation")}>
          <Select options={DRAWN_RELATIONS.map((relation) => ({ value: relation, label: t(`out.${relation}`) }))} />
        </Field>
        <Field label={t("to")} name="to" hint={t("toHint")} defaultValue={mine ? typed["to"] : undefined} errors={errorsAt(refusal, "to")} required>
          <TextInput maxLength={300} required inputMode="url" />
        </Field>
        <Field label={t("why")} name="note" defaultValue={mine ? typed["note"] : undefined} errors={errorsAt(refusal, "note")} required>
          <TextInput maxLength={500} required />
        </Field>
        <div>
          <Button variant="primary" pending={busy}>{t("link")}</Button>
        </div>
      </Form>
    </Fold>
  );
}
