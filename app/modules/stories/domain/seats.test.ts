import fc from "fast-check";
import { expect, it } from "vitest";
import { movingUp, nextSeat, type Seat } from "./seats.ts";

it("whoever asks first sits first; a freed place goes to the first who waits, whatever the order of coming and going", () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 6 }), fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 11 })), { maxLength: 60 }), (places, steps) => {
      let seats: Seat[] = [];
      for (const [joins, who] of steps) {
        const personId = String(who);
        const known = seats.some((seat) => seat.personId === personId);
        if (joins && !known) seats.push({ personId, ...nextSeat(seats, places) });
        if (!joins && known) {
          seats = seats.filter((seat) => seat.personId !== personId);
          const up = movingUp(seats, places).map((seat) => seat.personId);
          seats = seats.map((seat) => (up.includes(seat.personId) ? { ...seat, state: "going" } : seat));
        }
        const going = seats.filter(({ state }) => state === "going");
        const waiting = seats.filter(({ state }) => state === "waiting");
        expect(going.length).toBeLessThanOrEqual(places);
        expect(waiting.length === 0 || going.length === places).toBe(true);
        expect(Math.max(0, ...going.map(({ turn }) => turn))).toBeLessThan(Math.min(Infinity, ...waiting.map(({ turn }) => turn)));
      }
    }),
  );
});
