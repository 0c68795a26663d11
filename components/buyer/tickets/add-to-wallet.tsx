import { useTranslations } from "next-intl";
import type { Ticket } from "#server/tickets/contract.ts";
import { buttonStyles } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";

/**
 * The links that add a ticket to the wallets for which the shop signs passes. The code in a wallet stays as it is, so where the
 * door takes moving codes alone there are words in place of the links.
 */
export function AddToWallet({ id, wallets, entryCodes }: Pick<Ticket, "id" | "wallets" | "entryCodes">) {
  const t = useTranslations("ticket.wallet");
  if (wallets.length === 0) return null;
  if (entryCodes === "MOVING")
    return <p className="max-w-52 text-balance text-muted text-sm print:hidden">{t("moves")}</p>;
  return (
    <div className="grid w-full max-w-52 gap-2 print:hidden">
      {wallets.map((wallet) => (
        // It is answered with a file or leads to another site, which Next's own links cannot follow.
        <a
          key={wallet}
          href={`/api/me/tickets/${id}/wallets/${wallet.toLowerCase()}`}
          className={classNames(buttonStyles({ look: "secondary" }), "w-full")}
        >
          {t(`add.${wallet}`)}
        </a>
      ))}
      <p className="text-balance text-muted text-sm">{t(entryCodes === "ASK" ? "asked" : "stays")}</p>
    </div>
  );
}
