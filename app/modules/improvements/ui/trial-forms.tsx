import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { DateInput, IntegerInput, TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Move } from "../domain/states.ts";
import type { Shape } from "../domain/measures.ts";
import { ActForm, type ActProps, useSent } from "./act-form.tsx";

/** Begins a trial, from now or from a day of the last three months. */
export function BeginTrial({ sent }: ActProps) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "begin-trial");
  return (
    <Card title={t("trial.begin")}>
      <p className="text-muted">{t("trial.lock")}</p>
      <ActForm intent="begin-trial" sent={{ refusal, typed }} fields={{ from: "from", note: "trial-note" }}>
        <Field label={t("trial.from")} id="from" name="from" hint={t("trial.fromHint")} defaultValue={typed["from"]} errors={errorsAt(refusal, "from")} optional>
          <DateInput />
        </Field>
        <Field label={t("trial.note")} id="trial-note" name="note" defaultValue={typed["note"]} errors={errorsAt(refusal, "note")} optional>
          <TextArea maxLength={2000} rows={2} />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t("trial.begin")}</Button>
      </ActForm>
    </Card>
  );
}

/** Ends a trial one way or the other, with what was seen. */
export function DecideTrial({ moves, sent }: ActProps & { moves: readonly Move[] }) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "decide");
  return (
    <Card title={t(moves.includes("adopt") ? "trial.decide" : "trial.revert")}>
      <ActForm intent="decide" sent={{ refusal, typed }} fields={{ note: "decide-note" }}>
        <Field label={t("trial.why")} id="decide-note" name="note" hint={t("trial.whyHint")} defaultValue={typed["note"]} errors={errorsAt(refusal, "note")} required>
          <TextArea maxLength={2000} />
        </Field>
        <div className="flex flex-wrap gap-2">
          {moves.includes("adopt") && <Button variant="primary" name="choice" value="adopt" pending={busy}>{t("trial.adopt")}</Button>}
          {moves.includes("revert") && <Button name="choice" value="revert" pending={busy}>{t("trial.revert")}</Button>}
        </div>
      </ActForm>
    </Card>
  );
}

/** Figures of a measure of one's own, with where they come from. */
export function RecordFigures({ phase, shape, sent }: ActProps & { phase: "before" | "after"; shape: Shape }) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "figures");
  const at = (name: string, path = name) => ({ id: `figures-${name}`, name, defaultValue: typed[name], errors: [...errorsAt(refusal, path), ...errorsAt(refusal, name)] });
  const fields = { hits: "figures-hits", n: "figures-n", "sample.hits": "figures-hits", "sample.n": "figures-n", values: "figures-values", sample: "figures-values", "sample.values": "figures-values", source: "figures-source" };
  return (
    <Card title={t("figures.title")}>
      <ActForm intent="figures" sent={{ refusal, typed }} fields={fields}>
        <input type="hidden" name="phase" value={phase} />
        <p className="font-semibold">{t(`figures.${phase}`)}</p>
        {shape === "share" ? (
          <div className="flex flex-wrap gap-4">
            <Field label={t("figures.hits")} {...at("hits", "sample.hits")} required>
              <IntegerInput />
            </Field>
            <Field label={t("figures.n")} {...at("n", "sample.n")} required>
              <IntegerInput />
            </Field>
          </div>
        ) : (
          <Field label={t("figures.values")} hint={t("figures.valuesHint")} {...at("values", "sample.values")} required>
            <TextArea rows={3} />
          </Field>
        )}
        <Field label={t("figures.source")} {...at("source")} required>
          <TextInput maxLength={300} />
        </Field>
        <Button pending={busy} className="self-start">{t("figures.save")}</Button>
      </ActForm>
    </Card>
  );
}

/** Verifies the effect where the figures allow it. */
export function Verify({ ready, sent }: ActProps & { ready: boolean }) {
  const { t } = useTranslation("improvements");
  const { refusal, typed, busy } = useSent(sent, "verify");
  if (!ready) {
    return (
      <Card title={t("verify.title")}>
        <p className="text-muted">{t("verify.wait")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("verify.title")}>
      <p className="max-w-prose text-muted">{t("verify.lead")}</p>
      <ActForm intent="verify" sent={{ refusal, typed }} fields={{ note: "verify-note" }}>
        <Field label={t("verify.note")} id="verify-note" name="note" defaultValue={typed["note"]} errors={errorsAt(refusal, "note")} optional>
          <TextArea maxLength={2000} rows={2} />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t("verify.send")}</Button>
      </ActForm>
    </Card>
  );
}
