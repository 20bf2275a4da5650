export { link, type LinkInput } from "./link.server.ts";
export { linksOf, type ThreadLinkView } from "./queries.server.ts";
