import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { IntegerInput, Select, TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { PROOF_SOURCES } from "../domain/say-do.ts";
import { LEAST_COMMITMENTS, MOST_COMMITMENTS } from "../schemas.ts";
import { useWords } from "./use-words.ts";

interface Props {
  cycle: string;
  library: readonly { readonly code: string; readonly vi: string; readonly en: string }[];
  before: readonly { readonly source: string; readonly quantity: number; readonly libraryCode: string | null; readonly textVi: string }[];
  idempotencyKey: string;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>> | null;
}

const ROWS = Array.from({ length: MOST_COMMITMENTS }, (_, index) => index);

/** Three to five commitments, each from the library or in one's own words, with where its proof comes from. */
export function CommitmentsForm({ cycle, library, before, idempotencyKey, refusal, typed }: Props) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  const stored = (index: number): Record<string, string> => {
    const one = before[index];
    if (one === undefined) return {};
    return { choice: one.libraryCode ?? "", own: one.libraryCode === null ? one.textVi : "", source: one.source, quantity: String(one.quantity) };
  };
  const value = (name: string, index: number) => (typed === null ? stored(index)[name] : typed[`${name}-${index}`]);
  const fields = Object.fromEntries(ROWS.flatMap((index) => ["choice", "quantity", "source", "own"].map((name) => [`${name}-${index}`, `${name}-${index}`])));
  return (
    <Form method="post" className="flex flex-col gap-6">
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <FormErrors refusal={refusal} fields={{ ...fields, commitments: "choice-0" }} />
      {ROWS.map((index) => (
        <Card key={index} title={t("write.row", { n: index + 1 })} aside={index >= LEAST_COMMITMENTS && <span className="text-sm text-muted">{t("write.optionalRow")}</span>}>
          <Field label={t("write.choice")} id={`choice-${index}`} name={`choice-${index}`} defaultValue={value("choice", index)} errors={index === 0 ? errorsAt(refusal, "commitments") : []}>
            <Select placeholder={true} options={library.map((one) => ({ value: one.code, label: local(one) }))} />
          </Field>
          <Field label={t("write.own")} id={`own-${index}`} name={`own-${index}`} hint={t("write.ownHint")} defaultValue={value("own", index)} errors={errorsAt(refusal, `own-${index}`)}>
            <TextArea rows={2} maxLength={300} />
          </Field>
          <Field label={t("write.source")} id={`source-${index}`} name={`source-${index}`} hint={t("write.sourceHint")} defaultValue={value("source", index)} errors={errorsAt(refusal, `source-${index}`)}>
            <Select placeholder={true} options={PROOF_SOURCES.map((source) => ({ value: source, label: t(`source.${source}`) }))} />
          </Field>
          <Field label={t("write.quantity")} id={`quantity-${index}`} name={`quantity-${index}`} hint={t("write.quantityHint")} defaultValue={value("quantity", index)} errors={[...errorsAt(refusal, `quantity-${index}`), ...errorsAt(refusal, `${index}.quantity`)]}>
            <IntegerInput maxLength={6} />
          </Field>
        </Card>
      ))}
      <Button variant="primary" className="self-start">{t("write.publish")}</Button>
    </Form>
  );
}
