import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "#ui/button.tsx";
import { Badge } from "#ui/feedback.tsx";
import { FormErrors } from "#ui/form-errors.tsx";
import { Card } from "#ui/layout.tsx";
import type { Text } from "../../domain/content.ts";
import type { Sent } from "./sent.ts";
import { useBilingual } from "./use-bilingual.ts";

interface LibraryCardProps {
  readonly library: readonly { readonly code: string; readonly title: Text; readonly summary: Text; readonly lessons: number; readonly minutes: number; readonly taken: boolean }[];
  readonly idempotencyKey: string;
  readonly sent: Sent;
}

/** The courses that come with the product; each is taken as a draft. */
export function LibraryCard({ library, idempotencyKey, sent }: LibraryCardProps) {
  const { t } = useTranslation("courses");
  const text = useBilingual();
  return (
    <Card title={t("create.library")}>
      <p className="text-muted">{t("create.libraryLead")}</p>
      <FormErrors refusal={sent.refusal} />
      <ul className="flex flex-col divide-y divide-line">
        {library.map(({ code, title, summary, lessons, minutes, taken }) => (
          <li key={code} className="flex flex-col gap-1 py-3">
            <h3 className="text-base font-semibold">{text(title)}</h3>
            <p className="text-sm">{text(summary)}</p>
            <p className="text-sm text-muted">{t("list.size", { lessons, minutes })}</p>
            {taken ? (
              <Badge className="self-start">{t("create.taken")}</Badge>
            ) : (
              <Form method="post">
                <input type="hidden" name="intent" value="library" />
                <input type="hidden" name="course" value={code} />
                <input type="hidden" name="idempotencyKey" value={`${idempotencyKey}-${code}`} />
                <Button variant="quiet" aria-label={`${t("create.take")}: ${text(title)}`} className="-ml-4">{t("create.take")}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
