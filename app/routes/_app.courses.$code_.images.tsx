import { json } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { systemClock } from "#kernel/clock.ts";
import { addImage, altInput, imagesOf, versionRows } from "#modules/learning/public.server.ts";
import { Both } from "#modules/learning/ui/authoring/both.tsx";
import { ImageList } from "#modules/learning/ui/authoring/image-list.tsx";
import { useBilingual } from "#modules/learning/ui/authoring/use-bilingual.ts";
import { act, page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { redirectWithToast } from "#platform/http/responses.server.ts";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { errorsAt, type FaultView, FormErrors } from "#ui/form-errors.tsx";
import { CONTROL } from "#ui/inputs.tsx";
import { Card, Page, PageHeader } from "#ui/layout.tsx";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "courses:images.title" };

export const loader = page("courses.edit", async ({ params }) => {
  const code = params["code"] ?? "";
  const course = await versionRows(code);
  if (course === null) throw notFound();
  return json({ code, title: course.title, images: await imagesOf(code) });
});

export const action = act("courses.edit", async ({ actor, params, form }) => {
  const code = params["code"] ?? "";
  const file = form.get("file");
  const bytes = file === null || typeof file === "string" ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
  await addImage(code, { file: bytes, alt: altInput(form) }, { actor, source: "screen", now: systemClock.now() });
  return redirectWithToast(`/courses/${encodeURIComponent(code)}/images`, { key: "courses:images.added" });
});

export default function CourseImagesPage() {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  const { code, title, images } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused = answer && "refusal" in answer ? answer : null;
  const refusal = refused === null ? null : { ...refused.refusal, errors: refused.refusal.errors.map((fault: FaultView) => (fault.path === "vi" || fault.path === "en" ? { ...fault, path: `alt.${fault.path}` } : fault)) };
  const busy = useNavigation().state !== "idle";
  return (
    <Page>
      <PageHeader title={t("images.title")} lead={t("images.lead")} back={{ to: `/courses/${code}/edit`, label: text(title) || code }} />
      <ImageList images={images} />
      <Card title={t("images.add")}>
        <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
          <FormErrors refusal={refusal} fields={{ file: "file", "alt.vi": "alt.vi", "alt.en": "alt.en" }} />
          <Field label={t("images.file")} id="file" name="file" errors={errorsAt(refusal, "file")} required><input type="file" id="file" name="file" accept="image/png,image/jpeg,image/webp" required className={CONTROL} /></Field>
          <Both label={t("images.alt")} hint={t("images.altHint")} path="alt" value={{ vi: "", en: "" }} sent={{ refusal, typed: refused?.typed ?? {} }} longest={300} />
          <Button variant="primary" pending={busy} className="self-start">{t("images.add")}</Button>
        </Form>
      </Card>
    </Page>
  );
}
