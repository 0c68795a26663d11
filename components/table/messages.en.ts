import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const table: Translated<typeof ko.table> = {
  filters: "Filters",
  apply: "Search",
  clear: "Clear filters",
  shown: "{count, number} shown",
  sort: "Sort by",
  ascending: "{column}, ascending",
  descending: "{column}, descending",
  sortAscending: "Sort by {column}, ascending",
  sortDescending: "Sort by {column}, descending",
  first: "First page",
  next: "Next",
  pages: "Pages",
  download: "Download CSV",
  unreadable: "This list could not be read",
  stale: "No new data is coming in; this was read earlier",
  pastEnd: { title: "There is nothing more", action: "Back to the first page" },
  noMatch: { title: "Nothing matches", body: "Please change or clear the filters." },
};
