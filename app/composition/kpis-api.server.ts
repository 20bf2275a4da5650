import type { Actor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { type KpiFilter, kpiPage, kpiRows, type PageWish } from "#modules/kpis/public.server.ts";
import type { FigureView, KpiView } from "#modules/kpis/view-models.ts";
import { notFound } from "#platform/http/refusal.ts";

function figureJson(figure: FigureView | null) {
  if (figure === null) return null;
  const { periodStart, periodEnd, value, n, low, high } = figure;
  return { periodStart, periodEnd, value, n, low, high };
}

/** `GET /kpis`, by code. */
export async function kpisJson(actor: Actor, filter: KpiFilter) {
  return (await kpiRows(actor, filter, systemClock.now())).map(({ code, name, lens, owners, status, unit, cadence, direction, target, figure, reading, health, timeliness }) => ({
    ...{ code, name, lens, status, unit, cadence, direction, target, reading, health, timeliness },
    owners: owners.map((owner) => owner.code),
    figure: figureJson(figure),
  }));
}

async function found(actor: Actor, code: string, wish: PageWish): Promise<KpiView> {
  const view = await kpiPage(actor, code, wish, systemClock.now(), []);
  if (view === null) throw notFound();
  return view;
}

/** `GET /kpis/{code}`; 404 for one there is not. */
export async function kpiJson(actor: Actor, code: string) {
  const { status, version, definition, latest, reading, health, timeliness, segments, points } = await found(actor, code, { department: null, site: null, all: true });
  return {
    ...{ code, status, version, definition, health, timeliness },
    reading: reading.code,
    figure: figureJson(latest),
    segments: segments.map(({ start, because, centre, low, high }) => ({ start: points[start]?.start ?? "", because, centre, low, high })),
  };
}

/** `GET /kpis/{code}/observations`: whole periods, the newest first; what did not come has no value. */
export async function pointsJson(actor: Actor, code: string, place: { readonly department: string | null; readonly site: string | null }) {
  const { points } = await found(actor, code, { ...place, all: true });
  return [...points].reverse().map(({ start, end, value, n, low, high, version, signals }) => ({ periodStart: start, periodEnd: end, value, n, low, high, version, signals: [...new Set(signals.map(({ signal }) => signal))] }));
}
