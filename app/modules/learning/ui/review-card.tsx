import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Fold } from "#ui/fold.tsx";
import { Card } from "#ui/layout.tsx";
import { RATINGS } from "../domain/ratings.ts";
import type { CardView } from "../view-models.ts";
import { LessonForm, type Sent, useSent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

/** A question to remember, its answer one press away, and how well it went. Works without scripts. */
export function ReviewCard({ view, id, sent }: { view: CardView; id: string; sent: Sent }) {
  const { t } = useTranslation("learning");
  const text = useText();
  const { busy, refusal, typed } = useSent(sent, "review");
  return (
    <Card aside={<span className="text-sm text-muted">{t("review.left", { count: view.left })}</span>} title={<span className="text-sm font-normal text-muted">{text(view.title)}</span>}>
      <p className="max-w-prose text-xl font-semibold">{text(view.question)}</p>
      <Fold summary={t("review.show")}>
        <p className="max-w-prose text-lg">{text(view.answer)}</p>
        <LessonForm intent="review" sent={{ refusal, typed }}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="course" value={view.course} />
          <input type="hidden" name="card" value={view.card} />
          <fieldset>
            <legend className="mb-2 font-semibold">{t("review.how")}</legend>
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
              {RATINGS.map((rating) => <Button key={rating} type="submit" name="rating" value={rating} disabled={busy}>{t(`review.${rating}`)}</Button>)}
            </div>
          </fieldset>
        </LessonForm>
      </Fold>
    </Card>
  );
}
