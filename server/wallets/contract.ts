import { z } from "zod";
import { ticketId } from "../tickets/contract.ts";
import { WALLETS } from "../tickets/values.ts";

export const WalletPassInput = z.strictObject({ ticketId, wallet: z.enum(WALLETS) });

/** A file that the phone opens, or the address at which the wallet's maker takes the ticket. */
export const WalletPass = z.union([
  z.object({ file: z.instanceof(Uint8Array) }),
  z.object({ link: z.url() }),
]);
export type WalletPass = z.output<typeof WalletPass>;
