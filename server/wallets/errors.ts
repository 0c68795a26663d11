import { defineErrors } from "../platform/operation/errors.ts";

export const walletErrors = defineErrors("wallets", {
  wallet_code_moves: {
    status: 409,
    retry: "no",
    message: "The door takes moving codes alone, and a wallet cannot show one.",
  },
  wallet_not_set_up: { status: 409, retry: "no", message: "The shop signs no passes for this wallet." },
  wallet_admits_no_one: { status: 409, retry: "no", message: "This ticket lets no one in any more." },
});
