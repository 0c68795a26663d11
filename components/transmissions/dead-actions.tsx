"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import type { TransmissionId } from "#server/transmissions/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useTRPC } from "../trpc/client.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input } from "../ui/field.tsx";

/** What can be done about one that was given up: send it again, or close it with a reason. */
export function DeadActions({ id }: { id: TransmissionId }) {
  const t = useTranslations("transmission");
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [closing, setClosing] = useState(false);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: trpc.transmissions.pathKey() });
  const replay = useMutation(
    trpc.transmissions.replay.mutationOptions({ onSettled, onSuccess: () => toast.success(t("replayed")) }),
  );
  const resolve = useMutation(trpc.transmissions.resolve.mutationOptions({ onSettled }));
  return (
    <div className="grid gap-3">
      <ProblemAlert error={replay.error ?? resolve.error} />
      <div className="flex flex-wrap gap-2">
        <Button pending={replay.isPending} onClick={() => replay.mutate({ id })}>
          {t("replay")}
        </Button>
        <Button look="secondary" onClick={() => setClosing(true)}>
          {t("resolve")}
        </Button>
      </div>
      <Dialog
        open={closing}
        onOpenChange={setClosing}
        title={t("resolveTitle")}
        description={t("resolveBody")}
      >
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const note = String(new FormData(event.currentTarget).get("note")).trim();
            if (note) resolve.mutate({ id, note });
          }}
        >
          <Field label={t("note")} name="note">
            <Input name="note" required maxLength={500} autoComplete="off" />
          </Field>
          <Button type="submit" look="danger" pending={resolve.isPending}>
            {t("resolve")}
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
