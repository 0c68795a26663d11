import { appleWallet, googleWallet } from "../platform/config/wallets.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { myTickets } from "../tickets/queries.ts";
import { WalletPass, WalletPassInput } from "./contract.ts";
import { walletErrors } from "./errors.ts";
import { applePassOf } from "./gateways/apple-pass.ts";
import { googleLinkOf } from "./gateways/google-link.ts";
import { passContentOf, requireServable } from "./policy.ts";

/** Reads the caller's own tickets, so that no one but who holds it now gets a pass of a ticket. */
export const getWalletPass = defineQuery({
  id: "wallets.get-wallet-pass",
  summary: "A ticket of the caller's for the wallet of a phone.",
  allow: signedIn,
  input: WalletPassInput,
  output: WalletPass,
  refuses: Object.values(walletErrors),
  async run(ctx, { ticketId, wallet }): Promise<WalletPass> {
    const ticket = (await myTickets(ctx, {})).find(({ id }) => id === ticketId);
    if (!ticket) throw platformErrors.not_found({ what: "ticket" });
    requireServable(ticket);
    const content = passContentOf(ticket);
    const apple = wallet === "APPLE" && appleWallet();
    if (apple) return { file: await applePassOf(content, apple) };
    const google = wallet === "GOOGLE" && googleWallet();
    if (google) return { link: await googleLinkOf(content, google) };
    throw walletErrors.wallet_not_set_up();
  },
});
