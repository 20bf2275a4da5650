import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { Card } from "#ui/layout.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { NeighbourView, PanelView } from "../view-models.ts";
import { KIND_ICONS } from "./kind-icon.ts";

function Neighbour({ thing }: { thing: NeighbourView }) {
  const { t } = useTranslation("thread");
  const Icon = KIND_ICONS[thing.kind];
  return (
    <li className="flex gap-3">
      <Icon aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
      <div className="min-w-0">
        <p className="text-sm text-muted">
          {t(`${thing.direction}.${thing.relation}`)} · {t(`kind.${thing.kind}`)}
          {thing.at && <> · <RelativeTime iso={thing.at} /></>}
        </p>
        {thing.href === null ? <p>{thing.title}</p> : <Link to={thing.href} className="inline-flex min-h-target items-center underline underline-offset-4">{thing.title}</Link>}
        {thing.quote && <p className="line-clamp-2 text-sm text-muted">{thing.quote}</p>}
      </div>
    </li>
  );
}

/** What came before a thing and what came of it, beside the thing itself; nothing where there is nothing to see or do. */
export function ThreadPanel({ thread }: { thread: PanelView }) {
  const { t } = useTranslation("thread");
  if (!thread.any && !thread.mayLink) return null;
  return (
    <Card title={t("title")}>
      {!thread.any && <p className="text-muted">{t("none")}</p>}
      {(["before", "after"] as const).map(
        (side) =>
          thread[side].length > 0 && (
            <div key={side} className="flex flex-col gap-1">
              <h3 className="text-sm font-semibold">{t(side)}</h3>
              <ul className="flex flex-col gap-2">
                {thread[side].map((thing) => (
                  <Neighbour key={`${thing.relation}:${thing.key}`} thing={thing} />
                ))}
              </ul>
            </div>
          ),
      )}
      <div>
        <LinkButton to={thread.page}>{t(thread.any ? "walk" : "begin")}</LinkButton>
      </div>
    </Card>
  );
}
