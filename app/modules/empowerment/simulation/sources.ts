export const simulationSources = ["recorded", "imported"] as const;
/** `recorded`: decisions of this installation; `imported`: cases of another system. */
export type SimulationSource = (typeof simulationSources)[number];
