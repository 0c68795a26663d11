import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const csvFile: Translated<typeof ko.csvFile> = {
  drop: "Drop a file here, or choose one.",
  choose: "Choose a file",
  reading: "Reading",
  mistakes: "What to fix in the file",
  line: "Line {line, number}",
  cell: "Line {line, number}, column {column}",
  found: "Found: {found}",
  more: "And {count, number} more.",
};
