"use client";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "../trpc/client.ts";
import { refreshAccess } from "../trpc/refresh-link.ts";
import { Button } from "../ui/button.tsx";

/** Downloads all rows that match, not only those that are shown. */
export function DownloadButton({ href }: { href: string }) {
  const t = useTranslations("table");
  const client = useTRPCClient();
  const download = async () => {
    // The browser fetches the file itself and cannot renew an access token that has expired.
    if (!(await client.auth.me.query({}).catch(() => null))) await refreshAccess();
    location.assign(href);
  };
  return (
    <Button look="secondary" onClick={() => void download()}>
      <Download aria-hidden="true" /> {t("download")}
    </Button>
  );
}
