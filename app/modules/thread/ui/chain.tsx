import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { classes } from "#ui/classes.ts";
import { ConfirmDialog } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { TextInput } from "#ui/inputs.tsx";
import { DateTime } from "#ui/time.tsx";
import type { ChainView, LinkView, ThingView } from "../view-models.ts";
import { KIND_ICONS } from "./kind-icon.ts";

/** How a link reads from the thing where it starts. */
function LinkLine({ link, other, index }: { link: LinkView; other: ThingView; index: number }) {
  const { t } = useTranslation("thread");
  return (
    <li className="flex flex-wrap items-center gap-x-2 text-sm">
      <span className="text-muted">{t(`out.${link.relation}`)}</span>
      <a href={`#thing-${index}`} className="inline-flex min-h-target items-center underline underline-offset-4">{other.title}</a>
      {!link.automatic && <span className="text-muted">{link.by === null ? t("drawn") : t("drawnBy", { name: link.by })}{link.note && <>: “{link.note}”</>}</span>}
      {link.mayRemove && (
        <ConfirmDialog trigger={t("remove")} triggerVariant="quiet" title={t("removeTitle")} description={t("removeHint")} confirm={t("remove")}>
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="link" value={link.id} />
          <Field label={t("removeWhy")} name="note" required>
            <TextInput maxLength={500} required />
          </Field>
        </ConfirmDialog>
      )}
    </li>
  );
}

/** A chain in the order it happened: each thing in its words, with what it rests on. */
export function ChainList({ chain }: { chain: ChainView }) {
  const { t } = useTranslation("thread");
  const at = new Map(chain.things.map(({ key }, index) => [key, index]));
  return (
    <ol aria-label={t("chain")} className="flex flex-col">
      {chain.things.map((thing, index) => {
        const Icon = KIND_ICONS[thing.kind];
        const here = thing.key === chain.start;
        const links = chain.links.filter(({ from }) => from === thing.key);
        return (
          <li key={thing.key} id={`thing-${index}`} aria-current={here || undefined} className="relative flex scroll-mt-20 gap-3 pb-6 last:pb-0">
            {index < chain.things.length - 1 && <span aria-hidden className="absolute top-9 bottom-0 left-[1.0625rem] w-0.5 bg-line" />}
            <span aria-hidden className={classes("grid size-9 shrink-0 place-items-center rounded-full", here ? "bg-accent text-on-accent" : "bg-sunken text-muted")}>
              <Icon className="size-4" />
            </span>
            <div className="flex min-w-0 flex-1 flex-col gap-1">
              <p className="text-sm text-muted">
                {t(`kind.${thing.kind}`)}
                {thing.at && <> · <DateTime iso={thing.at} /></>}
                {here && <> · {t("this")}</>}
              </p>
              {thing.quote && <blockquote className="border-l-2 border-line pl-3 text-lg">{thing.quote}</blockquote>}
              {thing.href === null ? <p className="font-semibold">{thing.title}</p> : <Link to={thing.href} className="inline-flex min-h-target items-center font-semibold underline underline-offset-4">{thing.title}</Link>}
              {links.length > 0 && (
                <ul className="flex flex-col">
                  {links.map((link) => {
                    const to = at.get(link.to);
                    const other = to === undefined ? undefined : chain.things[to];
                    return other === undefined ? null : <LinkLine key={link.id} link={link} other={other} index={to ?? 0} />;
                  })}
                </ul>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

const ROW = 36;
const LEFT = 96;

/** The same chain as a picture: one line a thing, an arc a link. What it says stands in the list. */
export function ChainPicture({ chain }: { chain: ChainView }) {
  const { t } = useTranslation("thread");
  const at = new Map(chain.things.map(({ key }, index) => [key, index]));
  const y = (index: number) => index * ROW + ROW / 2;
  return (
    <svg aria-hidden viewBox={`0 0 280 ${chain.things.length * ROW}`} className="h-auto w-full max-w-72">
      {chain.links.map((link) => {
        const [from, to] = [at.get(link.from) ?? 0, at.get(link.to) ?? 0];
        const reach = Math.min(LEFT - 8, 14 + Math.abs(from - to) * 9);
        return <path key={link.id} d={`M ${LEFT} ${y(from)} C ${LEFT - reach} ${y(from)}, ${LEFT - reach} ${y(to)}, ${LEFT} ${y(to)}`} className="fill-none stroke-accent" strokeWidth={1.5} strokeDasharray={link.automatic ? undefined : "4 3"} />;
      })}
      {chain.things.map((thing, index) => (
        <g key={thing.key}>
          <circle cx={LEFT} cy={y(index)} r={thing.key === chain.start ? 7 : 5} className={thing.key === chain.start ? "fill-accent" : "fill-muted"} />
          <text x={LEFT + 14} y={y(index) + 4} className={classes("fill-ink text-xs", thing.key === chain.start && "font-semibold")}>
            {t(`kind.${thing.kind}`)}
          </text>
        </g>
      ))}
    </svg>
  );
}
