import fc from "fast-check";

/** The same examples in every run, so that a red run can be repeated; `FC_SEED=random` looks for others. */
const asked = process.env["FC_SEED"] ?? "20261126";
fc.configureGlobal({ ...fc.readConfigureGlobal(), ...(asked !== "random" && { seed: Number(asked) }) });
