import { Link } from "@remix-run/react";
import { Bookmark, EyeOff, NotebookPen, Users } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Badge } from "#ui/feedback.tsx";
import { Card } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import { STORY_PARTS } from "../schemas.ts";
import type { StoryCard as View, StoryPage } from "../view-models.ts";
import { useBilingual } from "./use-bilingual.ts";

/** Who told it, when, and who may read it. */
export function StoryLine({ view }: { view: View }) {
  const { t } = useTranslation("stories");
  const name = useBilingual();
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
      <span>{t("by", { name: view.teller.name })}</span>
      <RelativeTime iso={view.at} />
      <span className="font-semibold text-accent">{name(view.value.name)}</span>
      {view.touchpoint && <span>{view.touchpoint}</span>}
      {view.draft && <Badge icon={NotebookPen}>{t("badge.draft")}</Badge>}
      {view.hidden && <Badge tone="warn" icon={EyeOff}>{t("badge.hidden")}</Badge>}
      {view.visibility === "team" && <Badge icon={Users}>{t("badge.team")}</Badge>}
      {view.saved && <Badge icon={Bookmark}>{t("badge.saved")}</Badge>}
    </span>
  );
}

/** One story in a list: its name and its beginning. */
export function StoryCard({ view }: { view: View }) {
  return (
    <Card as="article" className="gap-2">
      <h2 className="text-lg">
        <Link to={`/stories/${view.id}`} lang={view.language} className="inline-flex min-h-target items-center underline-offset-4 hover:underline">{view.title}</Link>
      </h2>
      <p lang={view.language} className="max-w-prose [overflow-wrap:anywhere]">{view.lead}</p>
      <StoryLine view={view} />
    </Card>
  );
}

/** The parts of a story in the order they are read. */
export function StoryParts({ parts, language, level = 2 }: { parts: StoryPage["parts"]; language: "vi" | "en"; level?: 2 | 3 }) {
  const { t } = useTranslation("stories");
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="flex max-w-prose flex-col gap-5">
      {STORY_PARTS.map((part) =>
        part === "title" || parts[part] === null ? null : (
          <div key={part}>
            <Heading className="text-sm font-semibold text-muted">{t(`part.${part}`)}</Heading>
            <p lang={language} className="mt-1 text-lg whitespace-pre-line [overflow-wrap:anywhere]">{parts[part]}</p>
          </div>
        ),
      )}
    </div>
  );
}
