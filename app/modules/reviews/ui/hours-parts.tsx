import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Badge, EmptyState } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { DateInput, Select } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { HOURS_KINDS, HOURS_MINUTES } from "../schemas.ts";
import type { Bilingual, HoursView } from "../view-models.ts";
import { useWords } from "./use-words.ts";

interface FormProps {
  places: readonly { readonly code: string; readonly name: Bilingual }[];
  /** One's own place, where there is one. */
  own: string | null;
  today: string;
  idempotencyKey: string;
  refusal: RefusalLike | null;
  typed: Readonly<Record<string, string>>;
}

/** What one did, and one press for how long. */
export function HoursForm({ places, own, today, idempotencyKey, refusal, typed }: FormProps) {
  const { t } = useTranslation("leading");
  const { local, format } = useWords();
  return (
    <Card>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <RadioChips label={t("hours.what")} id="what" name="what" selected={typed["what"] ?? "serve"} errors={errorsAt(refusal, "what")} options={HOURS_KINDS.map((kind) => ({ value: kind, label: t(`hours.kind.${kind}`) }))} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("hours.site")} id="site" name="site" defaultValue={typed["site"] ?? own ?? places[0]?.code} errors={errorsAt(refusal, "site")} required>
            <Select options={places.map(({ code, name }) => ({ value: code, label: local(name) }))} />
          </Field>
          <Field label={t("hours.day")} id="day" name="day" defaultValue={typed["day"] ?? today} errors={errorsAt(refusal, "day")} required>
            <DateInput max={today} />
          </Field>
        </div>
        <fieldset id="minutes" tabIndex={-1} className="flex flex-col gap-2">
          <legend className="mb-1.5 font-semibold">{t("hours.minutes")}</legend>
          <div className="flex flex-wrap gap-2">
            {HOURS_MINUTES.map((minutes) => (
              <Button key={minutes} name="minutes" value={String(minutes)}>{format.duration(minutes)}</Button>
            ))}
          </div>
        </fieldset>
      </Form>
    </Card>
  );
}

/** Hours with customers: how long, where, and whether somebody of the place has confirmed them. */
export function HoursItem({ hours: { day, site, what, minutes, confirmedBy }, children }: { hours: HoursView; children?: ReactNode }) {
  const { t } = useTranslation("leading");
  const { local, format } = useWords();
  return (
    <li className="flex flex-wrap items-center justify-between gap-3">
      <span>
        <span className="font-semibold">{format.duration(minutes)}</span>
        <span className="block text-sm text-muted">{t("hours.line", { day: format.day(day), site: local(site), what: t(`hours.kind.${what}`) })}</span>
      </span>
      <span className="flex flex-wrap items-center gap-3">
        {confirmedBy === null ? <Badge tone="waiting">{t("hours.waiting")}</Badge> : <Badge tone="good">{t("hours.confirmedBy", { name: confirmedBy })}</Badge>}
        {children}
      </span>
    </li>
  );
}

/** What waits for somebody of the place to confirm, and one's own hours. */
export function HoursLists({ mine, toConfirm, logs }: { mine: readonly HoursView[]; toConfirm: readonly HoursView[]; logs: boolean }) {
  const { t } = useTranslation("leading");
  const { local, format } = useWords();
  const line = ({ day, site, what }: HoursView) => t("hours.line", { day: format.day(day), site: local(site), what: t(`hours.kind.${what}`) });
  return (
    <>
      {toConfirm.length > 0 && (
        <Card title={t("hours.toConfirm")}>
          {toConfirm.map((one) => (
            <Form key={one.id} method="post" className="flex flex-wrap items-center justify-between gap-3 border-b border-line pb-3 last:border-0 last:pb-0">
              <input type="hidden" name="hours" value={one.id} />
              <p>
                <span className="font-semibold">{one.person.name}</span>, {format.duration(one.minutes)}
                <span className="block text-sm text-muted">{line(one)}</span>
              </p>
              <Button name="intent" value="confirm" aria-label={`${t("hours.confirm")}: ${one.person.name}`}>{t("hours.confirm")}</Button>
            </Form>
          ))}
        </Card>
      )}
      {(logs || mine.length > 0 || toConfirm.length === 0) &&
        (mine.length === 0 ? (
          <EmptyState title={t("hours.none")}>{t("hours.noneHint")}</EmptyState>
        ) : (
          <Card title={t("hours.mine")}>
            <ul className="flex flex-col gap-3">
              {mine.map((one) => (
                <HoursItem key={one.id} hours={one}>
                  {one.confirmedBy === null && logs && (
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="hours" value={one.id} />
                      <Button name="intent" value="withdraw" variant="quiet" aria-label={`${t("hours.withdraw")}: ${line(one)}`}>{t("hours.withdraw")}</Button>
                    </Form>
                  )}
                </HoursItem>
              ))}
            </ul>
          </Card>
        ))}
    </>
  );
}
