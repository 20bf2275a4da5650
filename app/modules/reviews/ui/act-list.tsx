import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { RelativeTime } from "#ui/time.tsx";

/** An act behind a figure, as far as the reader may know of it. */
export interface ListedAct {
  readonly key: string;
  readonly title: string;
  readonly at: string | null;
  readonly href: string | null;
}

/** Acts, each with where it opens and, below it, what else there is to say of it. */
export function ActList<Act extends ListedAct>({ acts, more }: { acts: readonly Act[]; more?: (act: Act) => ReactNode }) {
  return (
    <ul className="flex flex-col gap-2">
      {acts.map((act) => {
        const { key, title, at, href } = act;
        return (
          <li key={key}>
            {href === null ? title : <Link to={href} className="inline-flex min-h-target items-center underline underline-offset-4">{title}</Link>}
            {at && <span className="text-sm text-muted"> · <RelativeTime iso={at} /></span>}
            {more?.(act)}
          </li>
        );
      })}
    </ul>
  );
}
