import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Checkbox, RadioChips } from "#ui/choices.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { DateInput, TextArea, TextInput, TimeInput } from "#ui/inputs.tsx";
import { PersonPicker, type PersonOption } from "#ui/person-picker.tsx";
import { CUSTOMER_ADDRESSES } from "../domain/addresses.ts";

interface FormProps {
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** A line for whoever meets the customer next. */
export function NoteForm({ refusal, typed }: FormProps) {
  const { t } = useTranslation("customers");
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="note" />
      <Field label={t("page.note")} id="text" name="text" hint={t("page.noteHint")} defaultValue={typed["text"]} errors={errorsAt(refusal, "text")} required>
        <TextArea maxLength={2000} />
      </Field>
      <Checkbox name="isContact" value="1" defaultChecked={typed["intent"] !== "note" || typed["isContact"] !== undefined} label={t("page.isContact")} />
      <Button pending={busy} className="self-start">{t("page.noteSave")}</Button>
    </Form>
  );
}

/** What a customer was told would happen, by when, and who keeps it. */
export function PromiseForm({ refusal, typed, colleagues, self }: FormProps & { colleagues: readonly PersonOption[]; self: string }) {
  const { t } = useTranslation("customers");
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="intent" value="promise" />
      <Field label={t("page.promiseText")} id="promise" name="promise" defaultValue={typed["promise"]} errors={typed["intent"] === "promise" ? errorsAt(refusal, "text") : []} required>
        <TextInput maxLength={500} />
      </Field>
      <div className="flex flex-wrap gap-4">
        <Field label={t("page.promiseDay")} id="day" name="day" defaultValue={typed["day"]} errors={[...errorsAt(refusal, "day"), ...errorsAt(refusal, "dueAt")]} required>
          <DateInput />
        </Field>
        <Field label={t("page.promiseTime")} id="time" name="time" defaultValue={typed["time"]} errors={errorsAt(refusal, "time")} optional>
          <TimeInput />
        </Field>
      </div>
      <PersonPicker
        label={t("page.keeper")}
        id="keeperId"
        name="keeperId"
        defaultValue={typed["keeperId"] ?? self}
        options={colleagues}
        searchUrl="/people/options"
        errors={errorsAt(refusal, "keeper")}
      />
      <Button pending={busy} className="self-start">{t("page.promiseSave")}</Button>
    </Form>
  );
}

/** How the customer wishes to be called, kept for the next colleague. */
export function AddressForm({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation(["customers", "ui"]);
  return (
    <Form method="post" className="flex flex-wrap items-end gap-x-4 gap-y-2">
      <input type="hidden" name="intent" value="call" />
      <RadioChips label={t("page.call")} name="addressForm" layout="words" selected={chosen ?? ""} options={CUSTOMER_ADDRESSES.map((form) => ({ value: form, label: <span lang="vi">{form}</span> }))} />
      <Button variant="quiet">{t("ui:action.save")}</Button>
    </Form>
  );
}
