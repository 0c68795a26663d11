import { z } from "zod";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import { Alert, AlertKind } from "./contract.ts";
import { findFiring } from "./store.ts";

export const listAlerts = defineQuery({
  id: "alerts.list-alerts",
  summary: "The alerts that fire now, the latest first.",
  allow: role("ADMIN"),
  input: NoInput,
  output: z.array(Alert),
  run: async (ctx) => (await findFiring(ctx)).map((row) => ({ ...row, kind: AlertKind.parse(row.kind) })),
});
