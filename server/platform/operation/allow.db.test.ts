import { describe, expect, expectTypeOf, it } from "vitest";
import { z } from "zod";
import { anyone, authorize, role, signedIn, system } from "./allow.ts";
import { defineQuery } from "./command.ts";
import { type Actor, createContext, type SystemActor, type UserActor } from "./context.ts";

const user = (role: UserActor["role"]): Actor => ({
  kind: "user",
  userId: "user_1",
  role,
  loginSessionId: "login_session_1",
});
const actors: Readonly<Record<string, Actor>> = {
  anonymous: { kind: "anonymous" },
  USER: user("USER"),
  SELLER: user("SELLER"),
  ADMIN: user("ADMIN"),
  system: { kind: "system", job: "test" },
};
const permitted = (allow: Parameters<typeof authorize>[0]) =>
  Object.keys(actors).filter((name) => allow.permits(actors[name] as Actor));

describe("an operation's allow", () => {
  it("permits the actors that it names, and no others", () => {
    expect(permitted(anyone)).toEqual(Object.keys(actors));
    expect(permitted(signedIn)).toEqual(["USER", "SELLER", "ADMIN"]);
    expect(permitted(role("SELLER", "ADMIN"))).toEqual(["SELLER", "ADMIN"]);
    expect(permitted(system)).toEqual(["system"]);
  });

  it("is public only where callers need no login", () => {
    expect([anyone, signedIn, role("ADMIN"), system].map((allow) => allow.public)).toEqual([
      ...[true, false, false, false],
    ]);
  });

  it("refuses strangers with 401 and known callers with 403", () => {
    const as = (name: string) => () =>
      authorize(role("ADMIN"), createContext({ actor: actors[name] as Actor }));
    expect(as("anonymous")).toThrow(expect.objectContaining({ reason: "unauthorized" }));
    expect(as("USER")).toThrow(expect.objectContaining({ reason: "forbidden" }));
    expect(as("ADMIN")).not.toThrow();
  });

  it("gives the operation an actor of the type that it permits", () => {
    const shape = { id: "test.read", summary: "Read.", input: z.object({}), output: z.null() } as const;
    defineQuery({
      ...shape,
      allow: signedIn,
      run: async (ctx) => {
        expectTypeOf(ctx.actor).toEqualTypeOf<UserActor>();
        return null;
      },
    });
    defineQuery({
      ...shape,
      allow: system,
      run: async (ctx) => {
        expectTypeOf(ctx.actor).toEqualTypeOf<SystemActor>();
        return null;
      },
    });
    defineQuery({
      ...shape,
      allow: anyone,
      run: async (ctx) => {
        expectTypeOf(ctx.actor).toEqualTypeOf<Actor>();
        return null;
      },
    });
  });
});
