import { ArrowUp, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";

interface RowButtonsProps {
  /** The list and the place in it, as `questions.1`. */
  readonly at: string;
  readonly first: boolean;
  /** Names the row for whoever hears the button alone. */
  readonly what: string;
}

/** Buttons of a row within a form; each saves what is typed and then moves or removes the row. */
export function RowButtons({ at, first, what }: RowButtonsProps) {
  const { t } = useTranslation("courses");
  return (
    <span className="flex gap-1">
      {!first && <Button name="intent" value={`up ${at}`} variant="quiet" icon={ArrowUp}><span className="sr-only">{t("lesson.upRow", { what })}</span></Button>}
      <Button name="intent" value={`remove ${at}`} variant="quiet" icon={Trash2}><span className="sr-only">{t("lesson.removeRow", { what })}</span></Button>
    </span>
  );
}
