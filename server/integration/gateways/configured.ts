import { env } from "../../platform/config/env.ts";
import type { Marketplace } from "../gateway.ts";
import { coupang } from "./coupang.ts";
import { sandboxCoupang } from "./sandbox.ts";

/** Who says that the codes were entered: Coupang itself, or the page inside the app that plays it. */
export const marketplace = (): Marketplace => (env.SANDBOX ? sandboxCoupang : coupang);

/** Where keys are tried: the pretended Coupang, unless an address is set. */
export const keyMarketplace = (): Marketplace =>
  env.SANDBOX && env.COUPANG_API_URL === undefined ? sandboxCoupang : coupang;
