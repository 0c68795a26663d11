"use client";
import { useTranslations } from "next-intl";
import { behindLogin } from "../auth/require-login.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { CopyData } from "./copy-data.tsx";
import { EraseAccount } from "./erase-account.tsx";

/** A person's copy of their data, and the end of the account. */
export const PrivacyPage = behindLogin(OwnData, { shape: "cards" });

function OwnData() {
  const t = useTranslations("privacy");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid max-w-3xl gap-6">
        <CopyData />
        <EraseAccount />
      </div>
    </>
  );
}
