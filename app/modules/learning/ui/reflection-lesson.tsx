import { Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Fold } from "#ui/fold.tsx";
import { errorsAt } from "#ui/form-errors.tsx";
import { TextArea } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { LONGEST_REFLECTION } from "../schemas.ts";
import type { ReflectionView } from "../view-models.ts";
import { LessonForm, type Sent, useSent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

function ShareForm({ view, sent }: { view: ReflectionView; sent: Sent }) {
  const { t } = useTranslation("learning");
  const { busy, refusal, typed } = useSent(sent, "share");
  return (
    <Fold summary={t("reflection.share")} open={refusal !== null}>
      <p className="max-w-prose text-muted">{t("reflection.shareLead")}</p>
      <LessonForm intent="share" sent={{ refusal, typed }} fields={{ text: "share-text" }}>
        <Field label={t("reflection.shareText")} id="share-text" name="text" defaultValue={typed["text"] ?? view.text ?? ""} errors={errorsAt(refusal, "text")} required>
          <TextArea rows={4} maxLength={LONGEST_REFLECTION} />
        </Field>
        <Button type="submit" pending={busy} className="self-start">{t("reflection.shareSend")}</Button>
      </LessonForm>
    </Fold>
  );
}

/** Notes for oneself alone; a copy may be shared, and taken back. */
export function ReflectionLesson({ view, sent }: { view: ReflectionView; sent: Sent }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const { busy, refusal, typed } = useSent(sent, "reflect");
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <p className="max-w-prose text-lg">{text(view.prompt)}</p>
        <p className="flex gap-2 text-muted">
          <Lock aria-hidden className="mt-1 size-4 shrink-0" />
          {t("reflection.private")}
        </p>
        <LessonForm intent="reflect" sent={{ refusal, typed }} fields={{ text: "text" }}>
          <Field label={t("reflection.text")} id="text" name="text" defaultValue={typed["text"] ?? view.text ?? ""} errors={errorsAt(refusal, "text")} required>
            <TextArea rows={6} maxLength={LONGEST_REFLECTION} />
          </Field>
          <Button type="submit" variant="primary" pending={busy} className="sm:self-start">{t("reflection.save")}</Button>
        </LessonForm>
        {view.text !== null && <ShareForm view={view} sent={sent} />}
      </Card>
      {view.shares.length > 0 && (
        <Card title={t("reflection.mine")}>
          <ul className="flex flex-col divide-y divide-line">
            {view.shares.map((share) => (
              <li key={share.id} className="flex flex-col gap-2 py-3">
                <p className="max-w-prose whitespace-pre-line">{share.text}</p>
                <LessonForm intent="withdraw" sent={{ refusal: null, typed: {} }}>
                  <input type="hidden" name="share" value={share.id} />
                  <Button type="submit" variant="quiet" className="self-start">{t("reflection.withdraw")}</Button>
                </LessonForm>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
