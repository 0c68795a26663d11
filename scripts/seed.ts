import { seedDemo } from "#db/seed/demo.ts";
import { closeAll } from "#server/platform/concurrency/singleton.ts";

// This runs in its own process, because the app's modules read the complete environment, which the launcher lacks.
try {
  await seedDemo();
} finally {
  await closeAll();
}
