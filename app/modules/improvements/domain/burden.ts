/** What something asks of a group of people: minutes each time, times a month for one of them, how many they are. */
export interface Load {
  readonly minutes: number;
  readonly uses: number;
  readonly people: number;
}

/** The load on staff and on customers; null where nobody has estimated it. */
export interface Burden {
  readonly staff: Load | null;
  readonly customer: Load | null;
}

export const NO_BURDEN: Burden = { staff: null, customer: null };

/** Minutes a month: minutes × uses × people; null when it was not estimated. */
export function minutesOf(load: Load | null): number | null {
  return load === null ? null : load.minutes * load.uses * load.people;
}

/** Minutes a month of staff and customers. */
export interface BurdenMinutes {
  readonly staff: number | null;
  readonly customer: number | null;
}

export function burdenMinutes({ staff, customer }: Burden): BurdenMinutes {
  return { staff: minutesOf(staff), customer: minutesOf(customer) };
}

const less = (before: number | null, after: number | null) => (before === null || after === null ? null : before - after);

/** Minutes a month that are taken off; negative where it became more, null where one side was not estimated. */
export function removed(before: Burden, after: Burden): BurdenMinutes {
  const [from, to] = [burdenMinutes(before), burdenMinutes(after)];
  return { staff: less(from.staff, to.staff), customer: less(from.customer, to.customer) };
}
