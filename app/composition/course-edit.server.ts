import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { changeLessons, type LessonListChange, publishCourse, publishInput, saveHead } from "#modules/learning/public.server.ts";
import { lessonKinds } from "#modules/learning/public.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { ToastMessage } from "#platform/http/responses.server.ts";

interface Done {
  readonly to: string;
  readonly toast: ToastMessage;
}

/** What a button of the list of lessons asks for; null for anything else. */
function listChange(intent: string, form: FormData): LessonListChange | null {
  const [act = "", lesson = ""] = intent.split(" ");
  if (act === "add") {
    const kind = lessonKinds.find((one) => one === form.get("kind"));
    return kind === undefined ? null : { act, kind };
  }
  if (act === "order") return { act, codes: String(form.get("codes") ?? "").split(" ") };
  return (act === "up" || act === "down" || act === "remove") && lesson !== "" ? { act, lesson } : null;
}

const TOASTS = { add: "courses:edit.added", order: "courses:edit.ordered", up: "courses:edit.ordered", down: "courses:edit.ordered", remove: "courses:edit.removed" } as const;

/** Does what a form of a draft's page asks for, and says where to go on. */
export async function editCourseBy(actor: PersonActor, code: string, form: FormData): Promise<Done> {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  const here = `/courses/${encodeURIComponent(code)}`;
  const intent = String(form.get("intent") ?? "");
  if (intent === "save") {
    await saveHead(code, form, asked);
    return { to: `${here}/edit`, toast: { key: "courses:edit.saved" } };
  }
  if (intent === "publish") {
    const revision = Number(form.get("revision"));
    const { number } = await publishCourse(code, { revision: Number.isInteger(revision) ? revision : null, note: publishInput(form) }, asked);
    return { to: here, toast: { key: "courses:publish.done", params: { number } } };
  }
  const change = listChange(intent, form);
  if (change === null) throw notFound();
  await changeLessons(code, change, change.act === "add" ? null : String(form.get("mark") ?? ""), asked);
  return { to: `${here}/edit`, toast: { key: TOASTS[change.act] } };
}
