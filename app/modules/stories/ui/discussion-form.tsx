import { Form, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { CheckChips } from "#ui/choices.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { type RefusalLike, errorsAt } from "#ui/form-errors.tsx";
import { DateInput, TextInput } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { LONGEST_LINE } from "../schemas.ts";
import type { OwnDiscussion } from "../view-models.ts";

export interface DiscussionFormProps {
  readonly cardId: string;
  readonly team: readonly { readonly id: string; readonly name: string }[];
  readonly marked: OwnDiscussion | null;
  readonly today: string;
  readonly refusal: RefusalLike | null;
  readonly typed: Readonly<Record<string, string>>;
}

/** Whoever leads a team marks that it talked about the card. */
export function DiscussionForm({ cardId, team, marked, today, refusal, typed }: DiscussionFormProps) {
  const { t } = useTranslation("stories");
  const busy = useNavigation().state !== "idle";
  const present = typed["present"]?.split(",") ?? marked?.present ?? team.map(({ id }) => id);
  return (
    <Card title={t("lineUp.discussed")} aside={marked && <Badge tone="good">{t("lineUp.markedOn", { day: marked.day, count: marked.present.length })}</Badge>}>
      <p className="text-muted">{t("lineUp.discussedLead")}</p>
      <Form method="post" className="flex flex-col gap-4">
        <input type="hidden" name="card" value={cardId} />
        <Field label={t("lineUp.day")} id="day" name="day" defaultValue={typed["day"] ?? marked?.day ?? today} errors={errorsAt(refusal, "day")} required>
          <DateInput max={today} />
        </Field>
        <CheckChips label={t("lineUp.present")} id="present" name="present" selected={present} errors={errorsAt(refusal, "present")} options={team.map(({ id, name }) => ({ value: id, label: name }))} />
        <Field label={t("lineUp.cameUp")} hint={t("lineUp.cameUpHint")} id="cameUp" name="cameUp" defaultValue={typed["cameUp"] ?? marked?.cameUp ?? undefined} errors={errorsAt(refusal, "cameUp")} optional>
          <TextInput maxLength={LONGEST_LINE} />
        </Field>
        <Button variant="primary" pending={busy} className="self-start">{t(marked ? "lineUp.change" : "lineUp.mark")}</Button>
      </Form>
    </Card>
  );
}
