// A thread of the server that replays past cases: TypeScript is loaded here anew, threads inherit no loader.
import { register } from "tsx/esm/api";

register();
await import("../modules/empowerment/simulation/thread.server.ts");
