import { expect, it, vi } from "vitest";
import { given } from "../testing/given.ts";
import { getMailbox, getReceiver } from "./queries.ts";

// Hoisted above the imports, whose modules read the settings as they load.
vi.hoisted(() => {
  vi.stubEnv("SANDBOX", "off");
  vi.stubEnv("DEMO", "off");
});

it("has neither mailbox nor receiver for anyone outside the sandbox", async () => {
  const admin = await given.person("ADMIN");
  await expect(getMailbox(admin.ctx(), {})).rejects.toMatchObject({ reason: "not_found" });
  await expect(getReceiver(admin.ctx(), {})).rejects.toMatchObject({ reason: "not_found" });
});
