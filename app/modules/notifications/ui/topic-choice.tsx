import { useTranslation } from "react-i18next";
import { words } from "#i18n/words.ts";
import { Checkbox, RadioChips } from "#ui/choices.tsx";
import { Card } from "#ui/layout.tsx";
import { MAIL_TIMES } from "../public.ts";
import type { TopicView } from "../view-models.ts";

/** Where one topic is told: inside the product unless it must be, and by mail. */
export function TopicChoice({ topic: { topic, needsAnswer, inApp, mail } }: { topic: TopicView }) {
  const { t } = useTranslation("notifications");
  const name = words(t, "notifications:topic", { code: topic });
  return (
    <Card title={name}>
      <p className="text-muted">{words(t, "notifications:about", { code: topic })}</p>
      {needsAnswer ? <p>{t("page.inAppAlways")}</p> : <Checkbox label={t("page.inApp")} name={`inApp.${topic}`} value="yes" defaultChecked={inApp} aria-label={`${name}: ${t("page.inApp")}`} />}
      <RadioChips label={t("page.mail")} name={`mail.${topic}`} layout="words" selected={mail} options={MAIL_TIMES.map((value) => ({ value, label: t(`page.${value}`) }))} />
    </Card>
  );
}
