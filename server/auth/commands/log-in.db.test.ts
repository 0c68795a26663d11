import { expect, it } from "vitest";
import { createContext } from "../../platform/context.ts";
import { authenticate } from "../queries.ts";
import { logIn } from "./log-in.ts";
import { signUp } from "./sign-up.ts";

it("lets in who signed up", async () => {
  const ctx = createContext();
  const user = await signUp(ctx, { email: "a@b.test", password: "Demo1234" });
  const { accessToken } = await logIn(ctx, { email: "A@b.test", password: "Demo1234" });
  expect(await authenticate(ctx, accessToken)).toMatchObject({ userId: user.id, role: "USER" });
});
