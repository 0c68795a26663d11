import { redis } from "../platform/redis/redis.ts";
import { queueScenarios } from "../testing/queue-scenarios.ts";

queueScenarios(() => redis);
