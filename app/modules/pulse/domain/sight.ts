import { ALL, type Frame, type Group, liesWithin } from "./audience.ts";

/** Of which groups somebody may ask for results, and of which they may read what was written. */
export interface Sight {
  readonly groups: readonly Group[];
  readonly texts: (group: Group) => boolean;
  /** The smallest group that holds all of one's people; null for who leads nobody. */
  readonly leads: { readonly group: Group; readonly own: boolean } | null;
}

/**
 * Everybody who is asked sees the figures of everybody; a leader besides those of their own line and the lines in it, or,
 * where that is too small, of the next larger one; who reads groups sees all. What was written is read by who reads groups,
 * and by a leader of their own line.
 */
export function sightOf(frame: Frame, reader: { readonly personId: string | null; readonly readsGroups: boolean }): Sight {
  const leading = reader.personId === null ? undefined : frame.leaders[reader.personId];
  const group = leading === undefined ? undefined : frame.groups.find(({ id }) => id === leading.group);
  const leads = leading === undefined || group === undefined ? null : { group, own: leading.own };
  if (reader.readsGroups) return { groups: frame.groups, texts: () => true, leads };
  const mine = (each: Group) => leads !== null && (each.id === leads.group.id || (leads.own && each.kind === "line" && liesWithin(each, leads.group)));
  return { groups: frame.groups.filter((each) => each.id === ALL || mine(each)), texts: (each) => leads !== null && leads.own && mine(each), leads };
}

/** Of results about one person, for those who may see them: all groups and all that was written. */
export const wholeSight = ({ groups }: Frame): Sight => ({ groups, texts: () => true, leads: null });
