"use client";
import { ChevronDown } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import type { Account } from "#server/auth/contract.ts";
import { Button } from "../ui/button.tsx";
import { loadPart } from "../ui/load-part.ts";
import { Menu } from "../ui/menu.tsx";

const AccountItems = dynamic(
  loadPart(() => import("./account-items.tsx").then((module) => module.AccountItems)),
);

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
      <AccountItems email={viewer.email} onLogOut={onLogOut} />
    </Menu>
  );
}
