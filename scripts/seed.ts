import { seedDemo } from "#db/seed/demo.ts";
import { closeAll } from "#server/platform/concurrency/singleton.ts";

// A process of its own: the launcher must not load the app's modules, which read the complete environment.
try {
  await seedDemo();
} finally {
  await closeAll();
}
