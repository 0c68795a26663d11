import { describe, expect, it } from "vitest";
import { feeOf, rateAt, ratesUntil } from "./policy.ts";
import { usualDeadline, usualFeesOf } from "./queries.ts";
import { NO_FEES, USUAL_FEES } from "./values.ts";

/** A time in Korea. */
const at = (day: string, time = "12:00:00") => new Date(`${day}T${time}+09:00`);

const startsAt = at("2026-12-20", "19:30:00");
const feeAt = (booked: string, given: Date, price = 110_000) =>
  feeOf(rateAt(USUAL_FEES, { bookedAt: at(booked), startsAt }, given), price);

describe("the usual fees, for a ticket of 110,000 won on 20 December", () => {
  it.each([
    ["on the day of booking", "2026-11-01", at("2026-11-01", "23:59:59"), 0],
    ["seven days after booking", "2026-11-01", at("2026-11-08", "23:59:59"), 0],
    ["eight days after booking", "2026-11-01", at("2026-11-09", "00:00:00"), 4000],
    ["ten days before, at its last second", "2026-11-01", at("2026-12-10", "23:59:59"), 4000],
    ["nine days before, at its first second", "2026-11-01", at("2026-12-11", "00:00:00"), 11_000],
    ["seven days before", "2026-11-01", at("2026-12-13", "23:59:59"), 11_000],
    ["six days before", "2026-11-01", at("2026-12-14", "00:00:00"), 22_000],
    ["three days before", "2026-11-01", at("2026-12-17", "23:59:59"), 22_000],
    ["two days before", "2026-11-01", at("2026-12-18", "00:00:00"), 33_000],
    ["one day before", "2026-11-01", at("2026-12-19", "16:59:59"), 33_000],
    ["on the day itself, where that is allowed", "2026-11-01", at("2026-12-20", "10:00:00"), 33_000],
    ["within seven days of booking, ten days before", "2026-12-08", at("2026-12-10"), 0],
    ["within seven days of booking, but nine days before", "2026-12-08", at("2026-12-11"), 11_000],
    ["on the day of booking, six days before", "2026-12-14", at("2026-12-14", "23:59:59"), 0],
    ["the day after booking, five days before", "2026-12-14", at("2026-12-15", "00:00:00"), 22_000],
  ])("%s: booked %s, given back at %s, %i won", (_, booked, given, fee) => {
    expect(feeAt(booked, given)).toBe(fee);
  });

  it("never takes more than a tenth of a cheap ticket, and nothing of a free one", () => {
    expect(feeAt("2026-11-01", at("2026-11-20"), 15_000)).toBe(1500);
    expect(feeAt("2026-11-01", at("2026-12-18"), 0)).toBe(0);
  });

  it("leaves the fraction of a won to the buyer", () => {
    expect(feeAt("2026-11-01", at("2026-12-18"), 9_999)).toBe(2999);
  });
});

it("names what each of the usual fees comes to for one ticket", () => {
  expect(usualFeesOf(110_000).steps.map(({ feeKrw }) => feeKrw)).toEqual([4000, 11_000, 22_000, 33_000]);
  expect(usualFeesOf(15_000).steps.map(({ feeKrw }) => feeKrw)).toEqual([1500, 1500, 3000, 4500]);
});

it("takes nothing where there are no steps, until the start", () => {
  const booking = { bookedAt: at("2026-11-01"), startsAt };
  expect(rateAt(NO_FEES, booking, at("2026-12-20", "19:00:00"))).toEqual({ krw: null, percent: 0 });
  expect(ratesUntil(NO_FEES, booking, { now: at("2026-12-01"), deadlineAt: startsAt })).toEqual([
    { krw: null, percent: 0, until: startsAt },
  ]);
});

describe("the rates that a buyer is shown", () => {
  const deadlineAt = usualDeadline(startsAt);

  it("name the moment until which each holds, and end with the deadline", () => {
    const shown = ratesUntil(
      USUAL_FEES,
      { bookedAt: at("2026-11-28"), startsAt },
      { now: at("2026-11-28"), deadlineAt },
    );
    expect(shown).toEqual([
      { krw: null, percent: 0, until: at("2026-12-06", "00:00:00") },
      { krw: 4000, percent: 10, until: at("2026-12-11", "00:00:00") },
      { krw: null, percent: 10, until: at("2026-12-14", "00:00:00") },
      { krw: null, percent: 20, until: at("2026-12-18", "00:00:00") },
      { krw: null, percent: 30, until: at("2026-12-19", "11:00:00") },
    ]);
  });

  it("agree at every moment with what is taken then", () => {
    const booking = { bookedAt: at("2026-12-05"), startsAt };
    const now = at("2026-12-05", "09:00:00");
    const shown = ratesUntil(USUAL_FEES, booking, { now, deadlineAt });
    for (let time = now.getTime(); time < deadlineAt.getTime(); time += 1_800_000) {
      const { until: _, ...rate } = shown.find(({ until }) => time < until.getTime()) ?? { until: null };
      expect(rate, new Date(time).toISOString()).toEqual(rateAt(USUAL_FEES, booking, new Date(time)));
    }
  });

  it("are none after the deadline", () => {
    const booking = { bookedAt: at("2026-11-01"), startsAt };
    expect(ratesUntil(USUAL_FEES, booking, { now: deadlineAt, deadlineAt })).toEqual([]);
  });
});

describe("the usual deadline", () => {
  it.each([
    [
      "of a Sunday's show it is Saturday at eleven",
      at("2026-12-20", "19:30:00"),
      at("2026-12-19", "11:00:00"),
    ],
    ["of a Saturday's show it is Friday at five", at("2026-12-19", "00:00:00"), at("2026-12-18", "17:00:00")],
    ["of a Monday's show it is Sunday at five", at("2026-12-21", "23:59:00"), at("2026-12-20", "17:00:00")],
  ])("%s", (_, starts, deadline) => {
    expect(usualDeadline(starts)).toEqual(deadline);
  });
});
