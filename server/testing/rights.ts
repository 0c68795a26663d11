/** Those who call each door, in this order: who may not comes before who may, so that a right that is used spoils no row. */
export const CALLERS = [
  "anonymous",
  /** An admin who was suspended: no right is left of any. */
  "suspended",
  "otherBuyer",
  "otherSeller",
  "buyer",
  "seller",
  "admin",
] as const;
export type Caller = (typeof CALLERS)[number];

/** What a caller comes to: `ok` where they may, even if the thing's state does not allow it (409). */
export type Answer = "ok" | 401 | 403 | 404;
export type Rights = Readonly<Record<Caller, Answer>>;

const all = (answer: Answer): Rights => ({
  anonymous: answer,
  suspended: answer,
  otherBuyer: answer,
  otherSeller: answer,
  buyer: answer,
  seller: answer,
  admin: answer,
});

const NO_LOGIN = { anonymous: 401, suspended: 401 } as const;
const signedInBut = (answer: Answer, exceptions: Partial<Rights>): Rights => ({
  ...all(answer),
  ...NO_LOGIN,
  ...exceptions,
});

export const EVERYONE = all("ok");
/** Doors that take a proof of another kind: a signature, a token of their own, an address. */
export const UNPROVEN = all(401);
export const FORBIDDEN = all(403);
/** A stream tells a login that is no good any more, so that the page asks for another. */
export const STREAM_FOR_EVERYONE: Rights = { ...EVERYONE, suspended: 401 };
/** What is not public yet, at an address that needs no login. */
export const SHOWN_TO_ITS_SELLER: Rights = { ...all(404), seller: "ok", admin: "ok" };
export const SIGNED_IN = signedInBut("ok", {});
/** Doors for who has a link that was mailed: no one learns anything by one that was made up. */
export const WITH_THE_LINK = all(404);
export const WITH_THE_LINK_AND_LOGIN = signedInBut(404, {});
/** Anyone who is logged in, with their password. */
export const WITH_THEIR_PASSWORD = signedInBut(403, {});
export const SELLERS = signedInBut("ok", { buyer: 403, otherBuyer: 403 });
export const ADMINS = signedInBut(403, { admin: "ok" });

/** What belongs to the buyer alone: others do not learn that it is there. */
export const ITS_BUYER = signedInBut(404, { buyer: "ok" });
export const ITS_BUYER_OR_ADMIN = signedInBut(404, { buyer: "ok", admin: "ok" });
/** A signed token of the buyer's, which others hold but may not use. */
export const ITS_HOLDER = signedInBut(403, { buyer: "ok" });
/** What belongs to the seller's account. */
export const ITS_OWNER = signedInBut(404, { seller: "ok" });
export const ITS_OWNER_OR_ADMIN = signedInBut(404, { seller: "ok", admin: "ok" });
/** What the seller of an event may do with it, as may admins; buyers may with no event. */
export const ITS_SELLER_OR_ADMIN = signedInBut(404, {
  ...{ buyer: 403, otherBuyer: 403, seller: "ok", admin: "ok" },
});
