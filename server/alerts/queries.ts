import { z } from "zod";
import { findActiveAdmins } from "../auth/accounts.store.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { NoInput } from "../platform/values/text.ts";
import { Alert, Operator } from "./contract.ts";
import { findFiring } from "./store.ts";

export const listAlerts = defineQuery({
  id: "alerts.list-alerts",
  summary: "The alerts that fire now, the latest first.",
  allow: role("ADMIN"),
  input: NoInput,
  output: z.array(Alert),
  run: findFiring,
});

export const listOwners = defineQuery({
  id: "alerts.list-owners",
  summary: "The operators who can look after an alert.",
  allow: role("ADMIN"),
  input: NoInput,
  output: z.array(Operator),
  run: findActiveAdmins,
});
