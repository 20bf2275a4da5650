import { Link } from "@remix-run/react";
import { HandHeart, Handshake, MessageSquareText, NotebookPen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { Timeline } from "#ui/timeline.tsx";

export interface StoryEntryView {
  readonly key: string;
  readonly at: string;
  readonly kind: "decision" | "note" | "promise" | "feedback";
  readonly text: string;
  readonly by: string | null;
  readonly href: string | null;
}

const ICONS = { decision: HandHeart, note: NotebookPen, promise: Handshake, feedback: MessageSquareText } as const;

/** One customer, one story: what happened, the newest first. */
export function CustomerStory({ story }: { story: readonly StoryEntryView[] }) {
  const { t } = useTranslation("customers");
  if (story.length === 0) return <EmptyState title={t("page.storyEmpty")}>{t("page.storyEmptyHint")}</EmptyState>;
  return (
    <Card title={t("page.story")}>
      <Timeline
        label={t("page.story")}
        items={story.map(({ key, at, kind, text, by, href }) => ({
          key,
          at,
          by: by ?? undefined,
          icon: ICONS[kind],
          title: href ? <Link to={href} className="underline underline-offset-4">{text}</Link> : <span className="whitespace-pre-line">{text}</span>,
        }))}
      />
    </Card>
  );
}
