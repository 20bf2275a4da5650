export { appendEvent, type ActorRef, type AuditEventInput, type Subject } from "./append-event.server.ts";
export { checkpointFile, setCheckpointsAside, writeCheckpoint } from "./checkpoint.server.ts";
export { erasePersonalValues } from "./erase-personal-values.server.ts";
export { checkpointJob } from "./jobs.server.ts";
export { recordExport } from "./record-export.server.ts";
export { EXPORT_COLUMNS, eventTypes, exportEvents, listEvents, type EventFilter, type EventPage, type EventView } from "./queries.server.ts";
export { verifyChain, verifyChainOf, type ChainFault, type ChainReport } from "./verify-chain.server.ts";
