"use client";
import { useMutation } from "@tanstack/react-query";
import { Redo2, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TITLE_LENGTH_MAX } from "#server/platform/values/limits.ts";
import type { SeatMapId } from "#server/seat-maps/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { readRefusal } from "../../errors/refusal.ts";
import { sendFile } from "../../http/send-file.ts";
import { useFreshAccess } from "../../trpc/use-fresh-access.ts";
import { Alert } from "../../ui/alert.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { toast } from "../../ui/toast.ts";
import { type Area, hrefsOf } from "../area.ts";
import { type Draft, planOf } from "./editing/draft.ts";
import { Faults } from "./faults.tsx";
import type { About } from "./rename-seat-map.tsx";
import type { Editor } from "./use-editor.ts";
import { useRefreshSeatMaps } from "./use-seat-map.ts";

interface SaveBarProps {
  area: Area;
  seatMapId: SeatMapId;
  editor: Editor;
  /** Opens the map as the server has it, without the edits of this page. */
  onReadAgain: () => void;
}

type Saved = About & { readonly id: SeatMapId };

const json = (body: unknown) => new Blob([JSON.stringify(body)], { type: "application/json" });

/** Saves the draft, as the map or as another one. A plan is larger than the bodies that tRPC takes. */
function useSave({ seatMapId, editor: { about, markSaved } }: SaveBarProps) {
  const renewAccess = useFreshAccess();
  const refresh = useRefreshSeatMaps();
  const save = useMutation({
    mutationFn: async (draft: Draft) => {
      await renewAccess();
      const body = json({ readVersion: about.version, plan: planOf(draft) });
      return sendFile<Saved>(`/api/admin/seat-maps/${seatMapId}`, body, { method: "PATCH" });
    },
    // What was edited while the map was being saved is not in it.
    onSuccess: async ({ name, venue, version }, draft) => {
      markSaved({ saved: draft, about: { name, venue, version } });
      await refresh();
    },
  });
  const copy = useMutation({
    mutationFn: async ({ name, draft }: { name: string; draft: Draft }) => {
      await renewAccess();
      return sendFile<Saved>("/api/admin/seat-maps", json({ name, venue: about.venue, plan: planOf(draft) }));
    },
    onSuccess: () => refresh(),
  });
  return { save, copy };
}

/** What is done to the whole map: undo, redo and save, with what is unsaved, wrong or refused in words. */
export function SaveBar(props: SaveBarProps) {
  const { editor } = props;
  const t = useTranslations("seatMaps.save");
  const { save, copy } = useSave(props);
  const isRefused = save.error !== null;
  const isNewer = isRefused && readRefusal(save.error).reason === "changed_meanwhile";
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Button
          look="secondary"
          size="icon"
          aria-label={t("undo")}
          disabled={!editor.canUndo}
          focusableWhenDisabled
          onClick={editor.undo}
        >
          <Undo2 aria-hidden="true" />
        </Button>
        <Button
          look="secondary"
          size="icon"
          aria-label={t("redo")}
          disabled={!editor.canRedo}
          focusableWhenDisabled
          onClick={editor.redo}
        >
          <Redo2 aria-hidden="true" />
        </Button>
        <Button
          pending={save.isPending}
          disabled={!editor.isDirty || editor.faults.length > 0}
          focusableWhenDisabled
          onClick={() => save.mutate(editor.draft)}
        >
          {t("label")}
        </Button>
        <p role="status" className="text-muted text-sm">
          {t(editor.isDirty ? "unsaved" : save.isSuccess ? "saved" : "unchanged")}
        </p>
      </div>
      <Faults editor={editor} />
      {isNewer ? <Newer {...props} copy={copy} /> : <ProblemAlert error={save.error} />}
    </div>
  );
}

/** The name of a copy has room for what tells it from the other map. */
const NAME_KEPT = TITLE_LENGTH_MAX - 20;

interface NewerProps extends SaveBarProps {
  copy: ReturnType<typeof useSave>["copy"];
}

/** Says that someone else has saved the map meanwhile, and lets the person choose what becomes of both. */
function Newer({ area, editor, copy, onReadAgain }: NewerProps) {
  const t = useTranslations("seatMaps.newer");
  const router = useRouter();
  const name = t("copyName", { name: editor.about.name.slice(0, NAME_KEPT) });
  return (
    <Alert
      tone="warning"
      title={t("title")}
      announce
      action={
        <>
          <Button
            look="secondary"
            pending={copy.isPending}
            onClick={() =>
              copy.mutate(
                { name, draft: editor.draft },
                {
                  onSuccess: ({ id }) => {
                    toast.success(t("copied", { name }));
                    editor.discard();
                    router.push(hrefsOf(area).seatMap(id));
                  },
                },
              )
            }
          >
            {t("copy")}
          </Button>
          <ConfirmButton
            look="secondary"
            label={t("read")}
            title={t("readTitle")}
            description={t("readBody")}
            confirmLabel={t("readConfirm")}
            keepLabel={t("keep")}
            onConfirm={(close) => {
              close();
              onReadAgain();
            }}
          />
        </>
      }
    >
      <p>{t("body", { name })}</p>
      <ProblemAlert error={copy.error} />
    </Alert>
  );
}
