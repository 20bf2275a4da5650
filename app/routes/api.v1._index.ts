import { unknownApiPath } from "#platform/http/api.server.ts";

const route = unknownApiPath();
export const loader = route.loader;
export const action = route.action;
