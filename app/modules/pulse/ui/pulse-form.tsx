import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { CheckChips, RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt, FormErrors, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, IntegerInput, TextInput } from "#ui/inputs.tsx";
import { MODES } from "../domain/thresholds.ts";
import { TOPICS, type Question } from "../bank.ts";
import type { PulseFields } from "../schemas.ts";
import { useLocal } from "./use-words.ts";

interface Place {
  readonly code: string;
  readonly name: { readonly vi: string; readonly en: string };
}

/** Somebody to ask about; `around`: how many colleagues would answer, null where they are too few. */
interface Leader {
  readonly id: string;
  readonly name: string;
  readonly place: Place["name"] | null;
  readonly around: number | null;
}

export interface PulseFormProps {
  readonly fields: PulseFields;
  readonly bank: readonly (Question & { readonly lastAsked: string | null; readonly comes: boolean })[];
  readonly raised: number;
  readonly departments: readonly Place[];
  readonly sites: readonly Place[];
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
  /** Of a draft that is there already. */
  readonly revision: number | null;
  readonly idempotencyKey: string | null;
  /** Asks about leaders, in confidence: whom one may choose, or none where the draft is there already. */
  readonly leaders?: readonly Leader[];
}

const IDS = ["titleVi", "titleEn", "mode", "kScores", "kComments", "questions", "departments", "sites", "opensOn", "closesOn", "remindOn", "subjects"] as const;

/** A pulse as HR designs it. */
export function PulseForm({ fields, bank, raised, departments, sites, refusal, typed, revision, idempotencyKey, leaders }: PulseFormProps) {
  const { t } = useTranslation("pulse");
  const format = useFormat();
  const local = useLocal();
  const { state, formData } = useNavigation();
  const sending = state === "idle" ? null : formData?.get("intent");
  const own = typed["intent"] === "save" || typed["intent"] === "review";
  const chosen = (name: "questions" | "departments" | "sites"): readonly string[] => (own ? (typed[name] ?? "").split(",") : fields[name]);
  const at = (name: "titleVi" | "titleEn" | "kScores" | "kComments" | "opensOn" | "closesOn" | "remindOn") => ({ id: name, name, defaultValue: own ? typed[name] : String(fields[name] ?? ""), errors: errorsAt(own ? refusal : null, name) });
  const lonely = leaders?.filter(({ around }) => around === null) ?? [];
  const errors = (name: string) => errorsAt(own ? refusal : null, name);
  return (
    <Form method="post" className="flex flex-col gap-6">
      {idempotencyKey !== null && <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {revision !== null && <input type="hidden" name="revision" value={revision} />}
      {leaders && <input type="hidden" name="mode" value="confidential" />}
      <FormErrors refusal={own ? refusal : null} fields={Object.fromEntries(IDS.map((name) => [name, name]))} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("form.titleVi")} {...at("titleVi")} required>
          <TextInput maxLength={120} lang="vi" />
        </Field>
        <Field label={t("form.titleEn")} {...at("titleEn")} required>
          <TextInput maxLength={120} lang="en" />
        </Field>
      </div>
      {leaders && leaders.length > 0 && (
        <div className="flex flex-col gap-2">
          <CheckChips
            label={t("circle.subjects")}
            id="subjects"
            name="subjects"
            layout="tiles"
            hint={t("circle.subjectsHint")}
            selected={own ? (typed["subjects"] ?? "").split(",") : []}
            errors={errors("subjects")}
            options={leaders.flatMap(({ id, name, place, around }) => (around === null ? [] : [{ value: id, label: name, hint: place === null ? t("circle.around", { count: around }) : `${local(place)} · ${t("circle.around", { count: around })}` }]))}
          />
          {lonely.length > 0 && <p className="text-sm text-muted">{t("circle.tooFewAround", { count: lonely.length, names: lonely.map(({ name }) => name).join(", ") })}</p>}
        </div>
      )}
      <fieldset className="flex flex-col gap-2">
        <legend id="questions" tabIndex={-1} className="mb-1.5 font-semibold">{t("form.questions")}</legend>
        <p className="text-sm text-muted">{t("form.questionsHint")}</p>
        {errors("questions").length > 0 && <p role="alert" className="text-bad">{errors("questions").join(" ")}</p>}
        {TOPICS.map((topic) => {
          const those = bank.filter((question) => question.topic === topic);
          return those.length > 0 && (
            <Fold key={topic} summary={t(`topic.${topic}`)} open={those.some(({ code }) => chosen("questions").includes(code))}>
              <CheckChips
                label={t(`topic.${topic}`)}
                hideLabel
                id={`questions-${topic}`}
                name="questions"
                selected={chosen("questions")}
                options={those.map((question) => ({ value: question.code, label: local(question.text), hint: `${t(`scale.${question.scale}`)} · ${question.lastAsked === null ? t("form.neverAsked") : t(question.comes ? "form.comes" : "form.lastAsked", { day: format.day(question.lastAsked) })}` }))}
              />
            </Fold>
          );
        })}
      </fieldset>
      {!leaders && (
        <>
          <Fold summary={t("form.audience")} open={chosen("departments").some(Boolean) || chosen("sites").some(Boolean)}>
            <p className="text-sm text-muted">{t("form.audienceHint")}</p>
            <CheckChips label={t("form.departments")} id="departments" name="departments" layout="words" selected={chosen("departments")} errors={errors("departments")} options={departments.map(({ code, name }) => ({ value: code, label: local(name) }))} />
            <CheckChips label={t("form.sites")} id="sites" name="sites" layout="words" selected={chosen("sites")} errors={errors("sites")} options={sites.map(({ code, name }) => ({ value: code, label: local(name) }))} />
          </Fold>
          <RadioChips label={t("form.mode")} id="mode" name="mode" layout="tiles" selected={own ? typed["mode"] : fields.mode} errors={errors("mode")} options={MODES.map((mode) => ({ value: mode, label: t(`mode.${mode}`), hint: t(`form.modeHint.${mode}`) }))} required />
        </>
      )}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t("form.kScores")} hint={leaders ? t("circle.kHint") : t("form.kScoresHint", { least: raised })} {...at("kScores")} required>
          <IntegerInput />
        </Field>
        <Field label={t("form.kComments")} hint={leaders ? t("circle.kHint") : t("form.kCommentsHint")} {...at("kComments")} required>
          <IntegerInput />
        </Field>
      </div>
      <div className="grid gap-5 sm:grid-cols-3">
        <Field label={t("form.opensOn")} {...at("opensOn")} required>
          <DateInput />
        </Field>
        <Field label={t("form.closesOn")} {...at("closesOn")} required>
          <DateInput />
        </Field>
        <Field label={t("form.remindOn")} {...at("remindOn")} optional>
          <DateInput />
        </Field>
      </div>
      <p className="text-sm text-muted">{t("form.remindHint")}</p>
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="save" variant="primary" pending={sending === "save"}>{t("form.save")}</Button>
        {revision !== null && <Button name="intent" value="review" pending={sending === "review"}>{t("form.review")}</Button>}
      </div>
      {revision !== null && <p className="text-sm text-muted">{t("form.reviewHint")}</p>}
    </Form>
  );
}
