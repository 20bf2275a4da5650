export { feedKpi, type FeedReport } from "./feed-kpi.server.ts";
export { importObservations, OBSERVATION_COLUMNS } from "./import-observations.server.ts";
export { putIntoUse, retireKpi } from "./put-into-use.server.ts";
export { discardDraft, saveDraft } from "./save-draft.server.ts";
export { definitions, figureOf, seriesOf } from "./series.server.ts";
export { setTarget } from "./set-target.server.ts";
export { askRecount, cancelRecount, countFactsJob, countRecentDays, type FactReader, type PlacedTally, recountJob, runRecount } from "./count-facts.server.ts";
