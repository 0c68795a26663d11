import { redis } from "../platform/redis.ts";
import { lineScenarios } from "../testing/line-scenarios.ts";

lineScenarios(() => redis);
