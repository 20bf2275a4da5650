import { Form, Link, useSubmit } from "@remix-run/react";
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { Field } from "#ui/field.tsx";
import { Select } from "#ui/inputs.tsx";
import { Card } from "#ui/layout.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";
import { type CourseContent, LESSON_KINDS } from "../../domain/content.ts";
import type { Finding } from "../../domain/findings.ts";
import { useBilingual } from "./use-bilingual.ts";

interface LessonOrderProps {
  readonly course: CourseContent;
  readonly findings: readonly Finding[];
  readonly mark: string;
}

/** The lessons in their order: moved by buttons, by the keyboard and, where scripts run, by dragging. */
export function LessonOrder({ course, findings, mark }: LessonOrderProps) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const submit = useSubmit();
  const hydrated = useHydrated();
  const [dragged, setDragged] = useState<string | null>(null);
  const codes = course.lessons.map(({ code }) => code);
  const drop = (event: DragEvent, at: string) => {
    event.preventDefault();
    if (dragged === null || dragged === at) return;
    const rest = codes.filter((code) => code !== dragged);
    // Dropped below where it came from it goes after the one it was dropped on, else before it.
    const place = rest.indexOf(at) + (codes.indexOf(dragged) < codes.indexOf(at) ? 1 : 0);
    submit({ intent: "order", mark, codes: [...rest.slice(0, place), dragged, ...rest.slice(place)].join(" ") }, { method: "post", preventScrollReset: true });
    setDragged(null);
  };
  return (
    <Card title={t("edit.lessons")}>
      <span id="lessons" />
      {codes.length === 0 ? <p className="text-muted">{t("edit.lessonsEmpty")}</p> : <p className="text-sm text-muted">{t("edit.lessonsHint")}</p>}
      <Form method="post" preventScrollReset>
        <input type="hidden" name="mark" value={mark} />
        <ol className="flex flex-col divide-y divide-line">
          {course.lessons.map((lesson, index) => {
            const title = text(lesson.title) || t("edit.untitled");
            const errors = findings.filter((found) => found.lesson === lesson.code && found.severity === "error").length;
            return (
              // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the buttons in the row do the same from the keyboard
              <li key={lesson.code} draggable={hydrated} onDragStart={() => setDragged(lesson.code)} onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, lesson.code)} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-2">
                {hydrated && <GripVertical aria-hidden className="size-5 shrink-0 cursor-grab text-muted" />}
                <span className="min-w-0 flex-1 basis-48">
                  <Link to={`/courses/${course.code}/edit/${lesson.code}`} className="inline-flex min-h-target items-center font-semibold underline underline-offset-4">{index + 1}. {title}</Link>
                  <span className="block text-sm text-muted">
                    {t(`edit.kind.${lesson.kind}`)} {errors > 0 && <Badge tone="bad">{errors}</Badge>}
                  </span>
                </span>
                <span className="flex">
                  {index > 0 && <Button name="intent" value={`up ${lesson.code}`} variant="quiet" icon={ArrowUp}><span className="sr-only">{t("edit.up", { title })}</span></Button>}
                  {index < codes.length - 1 && <Button name="intent" value={`down ${lesson.code}`} variant="quiet" icon={ArrowDown}><span className="sr-only">{t("edit.down", { title })}</span></Button>}
                  <Button name="intent" value={`remove ${lesson.code}`} variant="quiet" icon={Trash2}><span className="sr-only">{t("edit.remove", { title })}</span></Button>
                </span>
              </li>
            );
          })}
        </ol>
      </Form>
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <Field label={t("edit.kindLabel")} id="kind" name="kind" className="flex-1 basis-48"><Select options={LESSON_KINDS.map((value) => ({ value, label: t(`edit.kind.${value}`) }))} /></Field>
        <Button name="intent" value="add">{t("edit.add")}</Button>
      </Form>
    </Card>
  );
}
