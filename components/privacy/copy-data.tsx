"use client";
import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { toast } from "../ui/toast.ts";

/** Downloads all that is kept of the person as one file. */
export function CopyData() {
  const t = useTranslations("privacy.copy");
  const trpc = useTRPC();
  const copy = useMutation(
    trpc.privacy.copy.mutationOptions({
      onSuccess: (data) => {
        save(`seonchak-${data.madeAt.slice(0, 10)}.json`, JSON.stringify(data, null, 2));
        toast.success(t("done"));
      },
    }),
  );
  return (
    <Card aria-labelledby="copy-data" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="copy-data" className="font-bold text-xl">
          {t("title")}
        </h2>
        <p className="text-muted">{t("body")}</p>
      </div>
      <ProblemAlert error={copy.error} />
      <Button
        look="secondary"
        className="justify-self-start"
        pending={copy.isPending}
        onClick={() => copy.mutate({})}
      >
        <Download aria-hidden="true" /> {t("action")}
      </Button>
    </Card>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
