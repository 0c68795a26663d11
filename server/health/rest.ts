import { get } from "../platform/http/rest.ts";
import { getHealth, getLive, getReady } from "./queries.ts";

export const healthRoutes = [
  get("/health", getHealth),
  get("/health/live", getLive),
  get("/health/ready", getReady),
];
