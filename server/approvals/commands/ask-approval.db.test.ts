import { expect, it } from "vitest";
import { newId } from "../../platform/values/ids.ts";
import { given } from "../../testing/given.ts";
import { askApproval } from "./ask-approval.ts";

it("gives the approval that another operator asked for the same thing already", async () => {
  const [one, other] = [await given.person("ADMIN"), await given.person("ADMIN")];
  const asked = { kind: "close_sale" as const, id: newId("event_session"), note: "rain" };
  const first = await askApproval(one.ctx(), asked);
  expect(first).toMatchObject({ state: "waiting", own: true, subject: asked.id, note: "rain" });
  expect(await askApproval(other.ctx(), { ...asked, note: "storm" })).toMatchObject({
    ...{ id: first.id, own: false, note: "rain" },
  });
});
