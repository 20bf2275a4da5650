import { Form } from "@remix-run/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { IntegerInput, Select, TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { type ProofSource, PROOF_SOURCES } from "../domain/say-do.ts";
import { LEAST_COMMITMENTS, MOST_COMMITMENTS } from "../schemas.ts";
import { useWords } from "./use-words.ts";

interface Example {
  readonly code: string;
  readonly source: ProofSource;
  readonly quantity: number;
  readonly vi: string;
  readonly en: string;
}

interface Props {
  cycle: string;
  library: readonly Example[];
  before: readonly { readonly source: string; readonly quantity: number; readonly libraryCode: string | null; readonly textVi: string }[];
  idempotencyKey: string;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>> | null;
}

const ROWS = Array.from({ length: MOST_COMMITMENTS }, (_, index) => index);
const PARTS = ["choice", "quantity", "own", "source"] as const;
type Part = (typeof PARTS)[number];

/** Three to five commitments, each from the library or in one's own words, with where its proof comes from. */
export function CommitmentsForm({ cycle, library, before, idempotencyKey, refusal, typed }: Props) {
  const { t } = useTranslation("leading");
  const stored = (index: number): Partial<Record<Part, string>> => {
    const one = before[index];
    if (one === undefined) return {};
    if (one.libraryCode !== null) return { choice: one.libraryCode, quantity: String(one.quantity) };
    return { own: one.textVi, source: one.source, quantity: String(one.quantity) };
  };
  const valueOf = (index: number) => (part: Part) => (typed === null ? stored(index)[part] : typed[`${part}-${index}`]);
  const paths = ROWS.flatMap((index) => PARTS.map((part) => ({ path: `${part}-${index}`, row: t("write.row", { n: index + 1 }) })));
  const fields = Object.fromEntries(paths.map(({ path }) => [path, path]));
  return (
    <Form method="post" className="flex flex-col gap-6">
      <input type="hidden" name="cycle" value={cycle} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <FormErrors refusal={refusal} fields={{ ...fields, commitments: "choice-0" }} names={Object.fromEntries(paths.map(({ path, row }) => [path, row]))} />
      {ROWS.map((index) => <CommitmentRow key={index} index={index} library={library} value={valueOf(index)} refusal={refusal} />)}
      <Button variant="primary" className="self-start">{t("write.publish")}</Button>
    </Form>
  );
}

/** One commitment: from the library with how much of it, or, one press away, in one's own words. */
function CommitmentRow({ index, library, value, refusal }: { index: number; library: readonly Example[]; value: (part: Part) => string | undefined; refusal: RefusalLike | null }) {
  const { t } = useTranslation("leading");
  const { local } = useWords();
  const [choice, setChoice] = useState(value("choice") ?? "");
  const chosen = library.find(({ code }) => code === choice);
  const errors = { own: errorsAt(refusal, `own-${index}`), source: errorsAt(refusal, `source-${index}`) };
  const ownOpen = (value("own") ?? "") !== "" || errors.own.length + errors.source.length > 0;
  return (
    <Card title={t("write.row", { n: index + 1 })} aside={index >= LEAST_COMMITMENTS && <span className="text-sm text-muted">{t("write.optionalRow")}</span>}>
      <Field label={t("write.choice")} id={`choice-${index}`} name={`choice-${index}`} defaultValue={value("choice")} hint={chosen && t("write.proof", { source: t(`source.${chosen.source}`), n: chosen.quantity })} errors={index === 0 ? errorsAt(refusal, "commitments") : []}>
        <Select placeholder={true} options={library.map((one) => ({ value: one.code, label: local(one) }))} onChange={(event) => setChoice(event.target.value)} />
      </Field>
      <Fold summary={t("write.ownWay")} open={ownOpen}>
        <Field label={t("write.own")} id={`own-${index}`} name={`own-${index}`} hint={t("write.ownHint")} defaultValue={value("own")} errors={errors.own}>
          <TextArea rows={2} maxLength={300} />
        </Field>
        <Field label={t("write.source")} id={`source-${index}`} name={`source-${index}`} hint={t("write.sourceHint")} defaultValue={value("source")} errors={errors.source}>
          <Select placeholder={true} options={PROOF_SOURCES.map((source) => ({ value: source, label: t(`source.${source}`) }))} />
        </Field>
      </Fold>
      <Field label={t("write.quantity")} id={`quantity-${index}`} name={`quantity-${index}`} hint={t("write.quantityHint")} defaultValue={value("quantity")} errors={errorsAt(refusal, `quantity-${index}`)}>
        <IntegerInput maxLength={6} />
      </Field>
    </Card>
  );
}
