import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import type { ReadView } from "../view-models.ts";
import { LessonForm, type Sent, useSent } from "./lesson-form.tsx";
import { useText } from "./use-text.ts";

/** The text of a lesson, made safe on the server, and the one sentence to take along. */
export function ReadText({ view }: { view: ReadView }) {
  const { t } = useTranslation("learning");
  const text = useText();
  return (
    <Card>
      <div
        className="flex max-w-prose flex-col gap-3 text-lg [overflow-wrap:anywhere] [&_a]:underline [&_a]:underline-offset-4 [&_blockquote]:border-l-4 [&_blockquote]:border-accent [&_blockquote]:pl-4 [&_h2]:mt-2 [&_h2]:text-xl [&_h3]:text-lg [&_img]:max-w-full [&_img]:rounded-card [&_ol]:list-decimal [&_ol]:pl-6 [&_ul]:list-disc [&_ul]:pl-6"
        dangerouslySetInnerHTML={{ __html: text(view.html) }}
      />
      <p className="max-w-prose rounded-card bg-accent-soft p-4">
        <span className="block text-sm text-muted">{t("lesson.remember")}</span>
        <span className="text-lg font-semibold">{text(view.remember)}</span>
      </p>
    </Card>
  );
}

/** A lesson to read, and the button that finishes it. */
export function ReadLesson({ view, sent, last, done }: { view: ReadView; sent: Sent; last: boolean; done: boolean }) {
  const { t } = useTranslation("learning");
  const { busy, refusal, typed } = useSent(sent, "finish");
  return (
    <div className="flex flex-col gap-6">
      <ReadText view={view} />
      {!done && (
        <LessonForm intent="finish" sent={{ refusal, typed }}>
          <Button type="submit" variant="primary" size="large" pending={busy} className="sm:self-start">{t(last ? "lesson.finishLast" : "lesson.finish")}</Button>
        </LessonForm>
      )}
    </div>
  );
}
