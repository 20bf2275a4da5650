/** Somebody's place in a circle's order of asking. */
export interface Seat {
  readonly personId: string;
  readonly state: "going" | "waiting";
  readonly turn: number;
}

/** What the next to ask gets. */
export function nextSeat(seats: readonly Seat[], places: number): Pick<Seat, "state" | "turn"> {
  const going = seats.filter(({ state }) => state === "going").length;
  const turn = Math.max(0, ...seats.map((seat) => seat.turn)) + 1;
  return { state: going < places && !seats.some(({ state }) => state === "waiting") ? "going" : "waiting", turn };
}

/** Who moves up from the waiting list, first come first. */
export function movingUp(seats: readonly Seat[], places: number): Seat[] {
  const free = places - seats.filter(({ state }) => state === "going").length;
  return seats
    .filter(({ state }) => state === "waiting")
    .sort((a, b) => a.turn - b.turn)
    .slice(0, Math.max(0, free));
}
