"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemForm } from "../../errors/problem-form.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { Button, SubmitButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { type Area, hrefsOf } from "../area.ts";
import { NameFields } from "./name-fields.tsx";

/** Asks for a map's name and venue, and goes to the page on which its seats are drawn or imported. */
export function NewSeatMap({ area }: { area: Area }) {
  const t = useTranslations("seatMaps");
  const trpc = useTRPC();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const create = useMutation(
    trpc.seatMaps.create.mutationOptions({ onSuccess: ({ id }) => router.push(hrefsOf(area).seatMap(id)) }),
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("new.label")}</Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("new.title")} description={t("new.body")}>
        <ProblemForm
          error={create.error}
          onSubmit={(text) => create.mutate({ name: text("name") ?? "", venue: text("venue") ?? "" })}
        >
          <NameFields />
          <SubmitButton pending={create.isPending || create.isSuccess}>{t("new.create")}</SubmitButton>
        </ProblemForm>
      </Dialog>
    </>
  );
}
