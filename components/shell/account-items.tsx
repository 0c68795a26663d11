"use client";
import { Hourglass, LogOut, ReceiptText, Store, TicketCheck, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuAction, MenuLink, MenuSeparator } from "../ui/menu-items.tsx";
import { PreferenceItems } from "./preference-items.tsx";

interface AccountItemsProps {
  email: string;
  onLogOut: () => void;
}

/** The items of the account menu. */
export function AccountItems({ email, onLogOut }: AccountItemsProps) {
  const t = useTranslations("shell");
  return (
    <>
      <p className="truncate px-4 pt-1 pb-2 text-muted text-sm">{email}</p>
      <MenuLink href="/me/tickets">
        <TicketCheck aria-hidden="true" /> {t("myTickets")}
      </MenuLink>
      <MenuLink href="/me/orders">
        <ReceiptText aria-hidden="true" /> {t("myOrders")}
      </MenuLink>
      <MenuLink href="/me/waitlist">
        <Hourglass aria-hidden="true" /> {t("myWaitlist")}
      </MenuLink>
      <MenuLink href="/me/account">
        <UserRound aria-hidden="true" /> {t("myAccount")}
      </MenuLink>
      <MenuLink href="/seller">
        <Store aria-hidden="true" /> {t("seller")}
      </MenuLink>
      <MenuSeparator />
      <PreferenceItems />
      <MenuSeparator />
      <MenuAction onSelect={onLogOut}>
        <LogOut aria-hidden="true" /> {t("logOut")}
      </MenuAction>
    </>
  );
}
