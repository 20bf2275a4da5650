import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { NO_VALUE } from "#i18n/format.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type RefusalLike } from "#ui/form-errors.tsx";
import { Fold } from "#ui/fold.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import type { Share } from "../domain/ledger.ts";
import type { CommitmentView, CycleView } from "../view-models.ts";
import { useWords } from "./use-words.ts";

interface Props {
  commitments: readonly CommitmentView[];
  sayDo: Share | null;
  /** null: of a closed review. */
  cycle: CycleView | null;
  /** Whether anybody stands above them, to agree. */
  nextLevel: boolean;
  may: { readonly agree: boolean; readonly publish: boolean; readonly explain: boolean };
  title: string;
  /** Whether the reader sees what was done. */
  all: boolean;
  sent: { readonly refusal: RefusalLike | null; readonly typed: Readonly<Record<string, string>> };
}

const TONES = { kept: "good", missed: "warn", none: "neutral" } as const;

/** What was promised, and what the records say of each. */
export function CommitmentsCard({ commitments, sayDo, cycle, nextLevel, may, title, all, sent: { refusal, typed } }: Props) {
  const { t } = useTranslation("leading");
  const { local, amount } = useWords();
  const over = cycle === null || cycle.ended;
  const stateOf = ({ done }: CommitmentView) => (done.state === "none" ? t("commitments.unseen") : done.state === "kept" ? t("commitments.kept") : over ? t("commitments.missed") : t("commitments.running"));
  const left = sayDo === null ? 0 : commitments.length - sayDo.of;
  const agreed = commitments.length > 0 && commitments.every((one) => one.agreed);
  return (
    <Card title={title} aside={commitments.length > 0 && cycle !== null && <Badge tone={agreed ? "good" : nextLevel ? "waiting" : "neutral"}>{t(agreed ? "commitments.agreed" : nextLevel ? "commitments.waiting" : "commitments.alone")}</Badge>}>
      {commitments.length === 0 && <p className="text-muted">{may.publish ? t("commitments.noneMine") : cycle === null ? t("commitments.noCycle") : t("commitments.none")}</p>}
      {all && commitments.length > 0 && <p className="font-semibold">{sayDo === null || sayDo.of === 0 ? t("commitments.sayDoNone") : t(over ? "commitments.sayDo" : "commitments.sayDoSoFar", { part: sayDo.part, of: sayDo.of })}</p>}
      {all && sayDo !== null && sayDo.of > 0 && left > 0 && <p className="text-sm text-muted">{t("commitments.sayDoLeft", { n: left })}</p>}
      <ol className="flex flex-col gap-4">
        {commitments.map((one) => {
          const promised = t(`commitments.${one.bound}`, { amount: amount(one.unit, one.quantity) });
          const mine = typed["commitment"] === one.id;
          return (
            <li key={one.id} className="flex flex-col gap-1 border-b border-line pb-4 last:border-0 last:pb-0">
              <p className="font-semibold">{local(one.text)}</p>
              <p className="text-sm text-muted">{t(`source.${one.source}`)}</p>
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {all ? t(over ? "commitments.promisedThen" : "commitments.promised", { promised, value: one.done.value === null ? NO_VALUE : amount(one.unit, one.done.value) }) : t("commitments.promisedOnly", { promised })}
                {all && <Badge tone={TONES[one.done.state]}>{stateOf(one)}</Badge>}
              </p>
              {one.missedReason && <p className="whitespace-pre-line">{t("commitments.reason")}: {one.missedReason}</p>}
              {may.explain && one.done.state === "missed" && (
                <Fold summary={t("commitments.reason")} open={mine}>
                  <Form method="post" preventScrollReset className="flex flex-col gap-3">
                    <input type="hidden" name="commitment" value={one.id} />
                    <Field label={t("commitments.reason")} id={`reason-${one.id}`} name="reason" hint={t("commitments.reasonHint")} defaultValue={mine ? typed["reason"] : (one.missedReason ?? "")} errors={mine ? errorsAt(refusal, "reason") : []}>
                      <TextArea rows={2} maxLength={1000} />
                    </Field>
                    <Button name="intent" value="missed" className="self-start">{t("commitments.reasonSave")}</Button>
                  </Form>
                </Fold>
              )}
            </li>
          );
        })}
      </ol>
      {may.publish && <LinkButton to="/leading/commitments" variant={commitments.length === 0 ? "primary" : "secondary"} className="self-start">{t(commitments.length === 0 ? "commitments.publish" : "commitments.change")}</LinkButton>}
      {may.agree && cycle !== null && (
        <Form method="post" preventScrollReset className="flex flex-col gap-2">
          <input type="hidden" name="cycle" value={cycle.id} />
          <input type="hidden" name="seen" value={commitments.map(({ id }) => id).join(",")} />
          <p className="text-muted">{t("commitments.agreeHint")}</p>
          <Button variant="primary" name="intent" value="agree" className="self-start">{t("commitments.agree")}</Button>
        </Form>
      )}
    </Card>
  );
}
