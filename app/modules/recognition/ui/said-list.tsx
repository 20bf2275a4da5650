import { Avatar } from "#ui/avatar.tsx";
import { RelativeTime } from "#ui/time.tsx";
import type { SaidView } from "../view-models.ts";

/** What others said, oldest first. */
export function SaidList({ said, label }: { said: readonly SaidView[]; label: string }) {
  return (
    <ul aria-label={label} className="flex flex-col gap-4">
      {said.map(({ id, person, text, at }) => (
        <li key={id} className="flex items-start gap-3">
          <Avatar name={person.name} />
          <div className="min-w-0">
            <p>
              <span className="font-semibold">{person.name}</span> <span className="text-sm text-muted"><RelativeTime iso={at} /></span>
            </p>
            {text && <p className="whitespace-pre-line [overflow-wrap:anywhere]">{text}</p>}
          </div>
        </li>
      ))}
    </ul>
  );
}
