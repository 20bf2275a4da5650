import { useTranslation } from "react-i18next";
import { CopyButton } from "#ui/copy-button.tsx";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import type { ImageView } from "../../authoring/view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

/** A picture in the text of a lesson. */
const written = ({ id, alt }: ImageView, language: "vi" | "en") => `![${alt[language].replace(/[[\]\n]/g, " ")}](/courses/images/${id})`;

/** The pictures of a course, each with the line that puts it into a lesson. */
export function ImageList({ images }: { images: readonly ImageView[] }) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  if (images.length === 0) return <EmptyState title={t("images.empty")}>{t("images.emptyHint")}</EmptyState>;
  return (
    <ul className="flex flex-col gap-4">
      {images.map((image) => (
        <Card key={image.id} as="li">
          <img src={`/courses/images/${image.id}`} alt={text(image.alt)} width={image.width} height={image.height} loading="lazy" className="h-auto max-h-80 w-auto max-w-full rounded-card" />
          <p className="text-sm text-muted">{t("images.size", { width: image.width, height: image.height, kb: Math.ceil(image.size / 1024) })}</p>
          {(["vi", "en"] as const).map((language) => (
            <div key={language} className="flex flex-col gap-1">
              <p className="text-sm">{t("images.use", { language: t(`language.${language}`) })}</p>
              <div className="flex flex-wrap items-center gap-2">
                <code className="min-w-0 flex-1 rounded-control bg-sunken px-3 py-2 text-sm break-all">{written(image, language)}</code>
                <CopyButton text={written(image, language)} />
              </div>
            </div>
          ))}
        </Card>
      ))}
    </ul>
  );
}
