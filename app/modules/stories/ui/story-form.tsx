import { Form, useNavigation } from "@remix-run/react";
import { EyeOff } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Checkbox, RadioChips } from "#ui/choices.tsx";
import { Banner } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { TextArea, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { LONGEST_LINE, LONGEST_PART, LONGEST_TITLE, STORY_PARTS, STORY_VISIBILITIES, type StorySource } from "../schemas.ts";
import type { Bilingual } from "../view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

export interface StoryFormProps {
  readonly values: readonly { readonly code: string; readonly name: Bilingual; readonly meaning: Bilingual }[];
  readonly touchpoints: readonly string[];
  readonly source: { readonly kind: StorySource; readonly id: string } | null;
  /** What was typed, or what the page begins with, by field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly refusal: RefusalLike | null;
  /** How many places were masked a moment ago. */
  readonly masked: number | null;
  readonly language: "vi" | "en";
  readonly idempotencyKey: string;
  /** Its words may be changed, it is told already. */
  readonly posted?: boolean;
}

const FIELDS = [...STORY_PARTS, "value", "touchpoint", "visibility", "keptReason", "source"] as const;

/** Why what was found may stay: shown once something was found. */
function KeepCard({ typed, refusal }: Pick<StoryFormProps, "typed" | "refusal">) {
  const { t } = useTranslation("stories");
  return (
    <Card title={t("form.found")} className="border-warn">
      <p>{t("form.foundLead")}</p>
      <Button name="intent" value="mask" icon={EyeOff} className="self-start">{t("form.mask")}</Button>
      <div className="flex flex-col gap-2">
        <Checkbox name="keep" label={t("form.keep")} defaultChecked={typed["keep"] !== undefined} />
        <Field label={t("form.keep")} hideLabel id="keptReason" name="keptReason" hint={t("form.keepHint")} defaultValue={typed["keptReason"]} errors={errorsAt(refusal, "keptReason")} optional>
          <TextInput maxLength={LONGEST_LINE} />
        </Field>
      </div>
    </Card>
  );
}

/** Tells a story or changes its words; what could give somebody away is named at its field. Works without scripts. */
export function StoryForm({ values, touchpoints, source, typed, refusal, masked, language, idempotencyKey, posted = false }: StoryFormProps) {
  const { t } = useTranslation("stories");
  const name = useBilingual();
  const { state, formData } = useNavigation();
  const pending = (intent: string) => state !== "idle" && formData?.get("intent") === intent;
  const found = (refusal?.errors ?? []).some(({ code }) => code === "mask_found" || code === "field.mask_found") || typed["keep"] !== undefined || Boolean(typed["keptReason"]);
  const at = (path: string) => ({ id: path, name: path, defaultValue: typed[path], errors: errorsAt(refusal, path) });
  return (
    <Form method="post" className="flex flex-col gap-6">
      <FormErrors refusal={refusal} fields={Object.fromEntries(FIELDS.map((path) => [path, path]))} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      {source && <input type="hidden" name="source" value={`${source.kind}:${source.id}`} />}
      {source && !refusal && masked === null && !posted && <Banner tone="info">{t(`form.about.${source.kind}`)}</Banner>}
      {found && <KeepCard typed={typed} refusal={refusal} />}
      {masked !== null && <Banner tone="good" live="status">{t("form.masked", { count: masked })}</Banner>}
      <Card>
        <Field label={t("part.title")} hint={t("form.titleHint")} {...at("title")} required>
          <TextInput maxLength={LONGEST_TITLE} />
        </Field>
        <Field label={t("part.happened")} hint={t("form.happenedHint")} {...at("happened")} required>
          <TextArea rows={4} maxLength={LONGEST_PART} />
        </Field>
        <Field label={t("part.felt")} hint={t("form.feltHint")} {...at("felt")} required>
          <TextArea rows={2} maxLength={LONGEST_LINE} />
        </Field>
        <Field label={t("part.unsaid")} hint={t("form.unsaidHint")} {...at("unsaid")} optional>
          <TextArea rows={2} maxLength={LONGEST_LINE} />
        </Field>
        <Field label={t("part.did")} hint={t("form.didHint")} {...at("did")} required>
          <TextArea rows={3} maxLength={LONGEST_PART} />
        </Field>
        <Field label={t("part.changed")} hint={t("form.changedHint")} {...at("changed")} optional>
          <TextArea rows={2} maxLength={LONGEST_LINE} />
        </Field>
      </Card>
      <Card>
        <RadioChips label={t("form.value")} {...at("value")} selected={typed["value"]} options={values.map((value) => ({ value: value.code, label: name(value.name), hint: name(value.meaning) }))} />
        <Field label={t("form.touchpoint")} hint={t("form.touchpointHint")} {...at("touchpoint")} optional>
          <TextInput maxLength={80} list="touchpoints" />
        </Field>
        <datalist id="touchpoints">
          {touchpoints.map((touchpoint) => (
            <option key={touchpoint} value={touchpoint} />
          ))}
        </datalist>
        <RadioChips label={t("form.language")} id="language" name="language" layout="words" selected={typed["language"] ?? language} options={(["vi", "en"] as const).map((value) => ({ value, label: t(`form.languages.${value}`) }))} />
        <RadioChips label={t("form.visibility")} {...at("visibility")} selected={typed["visibility"] ?? "company"} options={STORY_VISIBILITIES.map((value) => ({ value, label: t(`form.${value}`) }))} />
        <Checkbox name="consent" label={t("form.consent")} hint={t("form.consentHint")} defaultChecked={typed["consent"] !== undefined} />
      </Card>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" size="large" name="intent" value="post" pending={pending("post")}>{t("form.post")}</Button>
        {!posted && <Button size="large" name="intent" value="draft" pending={pending("draft")}>{t("form.draft")}</Button>}
      </div>
    </Form>
  );
}
