import { expect, it } from "vitest";
import { conflictsIn, readGuestFile } from "./policy.ts";
import { GUESTS_MAX } from "./values.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string, known: { name: string; note: string | null }[] = [], total = known.length) =>
  readGuestFile(bytesOf(text), known, total);

it("reads names, numbers and notes, composed and with formulas defused once", () => {
  const file = `name,people,note\n${"홍길동".normalize("NFD")},2,가족\n'=SUM(A1),,\n김하나,３,\n`;
  expect(read(file)).toEqual({
    mistakes: [],
    guests: [
      { name: "홍길동", people: 2, note: "가족" },
      { name: "=SUM(A1)", people: 1, note: null },
      { name: "김하나", people: 3, note: null },
    ],
  });
});

it("tells every mistake with its line and column", () => {
  const file = "name,people,note\n,2,\n홍길동,0,\n홍길동,51,b\n김하나,1,\n김하나,1,\n박둘,x,\n";
  expect(read(file, [{ name: "김하나", note: null }]).mistakes).toEqual([
    { line: 2, column: "name", code: "cell_empty", found: "" },
    { line: 3, column: "people", code: "people_wrong", found: "0" },
    { line: 4, column: "people", code: "people_wrong", found: "51" },
    { line: 5, column: "name", code: "guest_known", found: "김하나" },
    { line: 6, column: "name", code: "guest_twice", found: "김하나" },
    { line: 7, column: "people", code: "people_wrong", found: "x" },
  ]);
  expect(read("people\n1\n").mistakes).toMatchObject([{ line: 1, column: "name", code: "column_missing" }]);
  expect(read("name\n").mistakes).toMatchObject([{ code: "no_guests" }]);
});

it("takes a name in the other normal form for the same guest", () => {
  const known = [{ name: "홍길동", note: null }];
  expect(read(`name\n${"홍길동".normalize("NFD")}\n`, known).mistakes).toMatchObject([
    { code: "guest_known" },
  ]);
});

it("says from which line on a file has more guests than the list can have", () => {
  expect(read("name\na\nb\nc\n", [], GUESTS_MAX - 1).mistakes).toEqual([
    { line: 3, column: null, code: "too_many_guests", found: String(GUESTS_MAX) },
  ]);
});

const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 10, minute));
const arrival = (minute: number, people: number, revokedAt: Date | null = null) => ({
  ...{ guestId: "guest_a" as const, name: "홍길동", listed: 3, revokedAt, entrance: "정문" },
  ...{ direction: "IN" as const, people, arrivedAt: at(minute) },
});

it("tells of how many were too many, and who came after they were taken off the list", () => {
  expect(conflictsIn([arrival(1, 2), arrival(2, 2), arrival(3, 1)])).toMatchObject([
    { kind: "guest_full", people: 1, arrivedAt: at(3) },
    { kind: "guest_full", people: 1, arrivedAt: at(2) },
  ]);
  expect(conflictsIn([arrival(1, 1, at(2)), arrival(3, 1, at(2))])).toMatchObject([
    { kind: "guest_unlisted", people: 1, arrivedAt: at(3) },
  ]);
});
