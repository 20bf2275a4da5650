import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormat } from "#i18n/use-format.tsx";
import { Button } from "#ui/button.tsx";
import { RadioChips } from "#ui/choices.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { ANNOUNCE } from "../rewards/fields.ts";
import type { RewardView } from "../rewards/queries.server.ts";
import { useFigures } from "./use-figures.ts";

const TONE = { proposed: "warn", approved: "good", declined: "neutral" } as const;

/** One reward: for whom, for what, on whose word; and what the reader has to do about it. */
export function RewardCard({ reward, refusal, typed }: { reward: RewardView; refusal: RefusalLike | null; typed: Readonly<Record<string, string>> }) {
  const { t } = useTranslation("scorecards");
  const format = useFormat();
  const { local } = useFigures();
  return (
    <Card as="article" title={reward.person} aside={<Badge tone={TONE[reward.state]}>{t(`rewards.state.${reward.state}`)}</Badge>}>
      <p className="font-semibold">{local(reward.kind)}{reward.money !== null && `, ${format.money(reward.money)}`}</p>
      <p className="max-w-prose whitespace-pre-line">{reward.reason}</p>
      <p className="text-sm text-muted">
        {t("rewards.proposedBy", { by: reward.proposedBy, at: reward.proposedAt })}
        {reward.decidedBy !== null && <span className="block">{t("rewards.decidedBy", { by: reward.decidedBy })}</span>}
        {reward.note !== null && reward.note !== "" && <span className="block">{reward.note}</span>}
      </p>
      {reward.may.decide && (
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="reward" value={reward.id} />
          <input type="hidden" name="intent" value="decide" />
          <Field label={t("rewards.note")} id={`note-${reward.id}`} name="note" defaultValue={typed["note"]} errors={errorsAt(refusal, "note")}>
            <TextArea rows={2} maxLength={500} />
          </Field>
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" name="choice" value="approve">{t("rewards.approve")}</Button>
            <Button name="choice" value="decline">{t("rewards.decline")}</Button>
          </div>
        </Form>
      )}
      {reward.may.announce && (
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="reward" value={reward.id} />
          <RadioChips label={t("rewards.wish")} id={`announce-${reward.id}`} name="announce" selected={reward.announce ?? "private"} options={ANNOUNCE.map((value) => ({ value, label: t(`rewards.announce.${value}`) }))} />
          <Button name="intent" value="announce" className="self-start">{t("rewards.announceSave")}</Button>
        </Form>
      )}
    </Card>
  );
}
