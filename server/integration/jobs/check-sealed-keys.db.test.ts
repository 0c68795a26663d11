import { eq } from "drizzle-orm";
import { afterEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { marketplaceAccounts } from "#db/schema/integration.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { seal } from "../../platform/values/seal.ts";
import { given, newVendorId } from "../../testing/given.ts";
import { upsertAccount } from "../accounts.store.ts";
import { checkSealedKeys } from "./check-sealed-keys.ts";

afterEach(() => vi.restoreAllMocks());

async function said() {
  vi.restoreAllMocks();
  const ctx = systemContext("start");
  const error = vi.spyOn(ctx.log, "error").mockReturnValue(undefined);
  await checkSealedKeys(ctx);
  return error.mock.calls.map(([entry]) => entry);
}

it("says whose keys were sealed with another secret, and nothing of accounts without keys", async () => {
  const { userId } = await given.person("SELLER");
  const [vendorId, other] = [newVendorId(), newVendorId()];
  const keys = { accessKey: "access", secretKey: "secret", expireAt: new Date("2099-01-01") };
  for (const each of [vendorId, other])
    await inTransaction(systemContext("start"), (tx) =>
      upsertAccount(tx, { userId, vendorId: each, companyName: null, keys }),
    );
  expect(await said()).toEqual([]);

  // Sealed for something else it can be opened as little as with another secret.
  await db
    .update(marketplaceAccounts)
    .set({ secretKey: seal("secret", "another purpose") })
    .where(eq(marketplaceAccounts.vendorId, vendorId));
  expect(await said()).toMatchObject([{ outcome: "another_secret", vendorIds: [vendorId] }]);
});
