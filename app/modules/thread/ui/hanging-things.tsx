import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "#ui/button.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { ThingView } from "../view-models.ts";
import { KIND_ICONS } from "./kind-icon.ts";

/** What hangs on a thing, below it, in the order it happened, and the way to its whole thread; nothing where nothing hangs. */
export function HangingThings({ things, page }: { things: readonly ThingView[]; page: string }) {
  const { t } = useTranslation("thread");
  if (things.length === 0) return null;
  return (
    <div className="ml-4 flex flex-col gap-2 border-l-2 border-accent pl-4">
      <ol className="flex flex-col gap-2">
        {things.map((thing) => {
          const Icon = KIND_ICONS[thing.kind];
          return (
            <li key={thing.key} className="flex gap-3">
              <Icon aria-hidden className="mt-1 size-4 shrink-0 text-muted" />
              <div className="min-w-0 [overflow-wrap:anywhere]">
                <p className="text-sm text-muted">
                  {t(`kind.${thing.kind}`)}
                  {thing.at && <> · <RelativeTime iso={thing.at} /></>}
                </p>
                {thing.href === null ? <p>{thing.title}</p> : <Link to={thing.href} className="inline-flex min-h-target items-center underline underline-offset-4">{thing.title}</Link>}
                {thing.quote && <p className="line-clamp-2 text-sm text-muted">{thing.quote}</p>}
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <LinkButton to={page} variant="quiet">{t("walk")}</LinkButton>
      </div>
    </div>
  );
}
