"use client";
import { ChevronDown, LogOut, ReceiptText, Store, TicketCheck, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Account } from "#server/auth/contract.ts";
import { Button } from "../ui/button.tsx";
import { Menu, MenuAction, MenuLink, MenuSeparator } from "../ui/menu.tsx";

interface AccountMenuProps {
  viewer: Pick<Account, "email" | "role">;
  onLogOut: () => void;
}

export function AccountMenu({ viewer, onLogOut }: AccountMenuProps) {
  const t = useTranslations("shell");
  const trigger = (
    <Button
      look="quiet"
      aria-label={t("accountOf", { email: viewer.email })}
      className="min-w-0 max-w-48 shrink px-2"
    >
      <span className="truncate">{viewer.email.split("@")[0]}</span>
      <ChevronDown aria-hidden="true" />
    </Button>
  );
  return (
    <Menu trigger={trigger}>
      <p className="truncate px-4 pt-1 pb-2 text-muted text-sm">{viewer.email}</p>
      <MenuLink href="/me/tickets">
        <TicketCheck aria-hidden="true" /> {t("myTickets")}
      </MenuLink>
      <MenuLink href="/me/orders">
        <ReceiptText aria-hidden="true" /> {t("myOrders")}
      </MenuLink>
      <MenuLink href="/me/account">
        <UserRound aria-hidden="true" /> {t("myAccount")}
      </MenuLink>
      <MenuLink href="/seller">
        <Store aria-hidden="true" /> {t("seller")}
      </MenuLink>
      <MenuSeparator />
      <MenuAction onSelect={onLogOut}>
        <LogOut aria-hidden="true" /> {t("logOut")}
      </MenuAction>
    </Menu>
  );
}
