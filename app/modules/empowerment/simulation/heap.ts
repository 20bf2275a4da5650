/** What a run may hold, in MB. One that needs more is a fault of ours; it ends, the server goes on. */
export const SIMULATION_HEAP_MB = 384;
