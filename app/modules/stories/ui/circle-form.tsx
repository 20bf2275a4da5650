import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { FormErrors, type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { DateInput, IntegerInput, Select, TextArea, TextInput, TimeInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { LONGEST_PART, LONGEST_TITLE } from "../schemas.ts";
import type { Bilingual } from "../view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

export interface CircleFormProps {
  /** null: what a circle was built on stays when it is changed. */
  readonly stories: readonly { readonly id: string; readonly title: string }[] | null;
  readonly courses: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly typed: Readonly<Record<string, string>>;
  readonly refusal: RefusalLike | null;
  readonly today: string;
  readonly idempotencyKey: string;
}

const FIELDS = ["theme", "about", "day", "time", "minutes", "places", "where", "link", "storyId", "courseCode"] as const;

/** When, where, about what, for how many. */
export function CircleForm({ stories, courses, typed, refusal, today, idempotencyKey }: CircleFormProps) {
  const { t } = useTranslation("stories");
  const name = useBilingual();
  const busy = useNavigation().state !== "idle";
  const at = (path: (typeof FIELDS)[number]) => ({ id: path, name: path, defaultValue: typed[path], errors: errorsAt(refusal, path) });
  return (
    <Form method="post" className="flex flex-col gap-6">
      <FormErrors refusal={refusal} fields={Object.fromEntries(FIELDS.map((path) => [path, path]))} />
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <Card>
        <Field label={t("circles.form.theme")} hint={t("circles.form.themeHint")} {...at("theme")} required>
          <TextInput maxLength={LONGEST_TITLE} />
        </Field>
        <Field label={t("circles.about")} {...at("about")} optional>
          <TextArea rows={3} maxLength={LONGEST_PART} />
        </Field>
        <div className="flex flex-wrap gap-4">
          <Field label={t("circles.form.day")} {...at("day")} required><DateInput min={today} /></Field>
          <Field label={t("circles.form.time")} {...at("time")} required><TimeInput /></Field>
          <Field label={t("circles.form.minutes")} {...at("minutes")} defaultValue={typed["minutes"] ?? "45"} required><IntegerInput /></Field>
        </div>
        <Field label={t("circles.form.places")} hint={t("circles.form.placesHint")} {...at("places")} defaultValue={typed["places"] ?? "8"} required>
          <IntegerInput />
        </Field>
        <Field label={t("circles.form.where")} hint={t("circles.form.whereHint")} {...at("where")} required>
          <TextInput maxLength={160} />
        </Field>
        <Field label={t("circles.form.link")} hint={t("circles.form.linkHint")} {...at("link")} optional>
          <TextInput type="url" maxLength={500} />
        </Field>
      </Card>
      {stories !== null && (
        <Card>
          <Field label={t("circles.story")} {...at("storyId")} optional>
            <Select placeholder={t("circles.form.noStory")} options={stories.map(({ id, title }) => ({ value: id, label: title }))} />
          </Field>
          {courses.length > 0 && (
            <Field label={t("circles.course")} {...at("courseCode")} optional>
              <Select placeholder={t("circles.form.noCourse")} options={courses.map(({ code, name: text }) => ({ value: code, label: name(text) }))} />
            </Field>
          )}
        </Card>
      )}
      <Button variant="primary" size="large" pending={busy} className="sm:self-start">{t(stories === null ? "circles.form.save" : "circles.form.send")}</Button>
    </Form>
  );
}
