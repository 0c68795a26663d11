"use client";
import type { inferRouterOutputs } from "@trpc/server";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { AppRouter } from "#server/router.ts";
import type { SeatMapId } from "#server/seat-maps/contract.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { Alert } from "../../ui/alert.tsx";
import { Button, LinkButton } from "../../ui/button.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { type Area, hrefsOf } from "../area.ts";
import { EditPanels } from "./edit-panels.tsx";
import { seatCountOf } from "./editing/draft.ts";
import { ExportSeats } from "./export-seats.tsx";
import { ImportSeats } from "./import-seats.tsx";
import { RemoveSeatMap } from "./remove-seat-map.tsx";
import { RenameSeatMap } from "./rename-seat-map.tsx";
import { SaveBar } from "./save-bar.tsx";
import { forgetEdits } from "./unsaved.ts";
import { type Editor, useEditor } from "./use-editor.ts";
import { useSeatMap } from "./use-seat-map.ts";

interface SeatMapPageProps {
  area: Area;
  seatMapId: SeatMapId;
}

/** One map: its seats are drawn, imported and exported here. */
export function SeatMapPage({ area, seatMapId }: SeatMapPageProps) {
  const seatMap = useSeatMap(seatMapId);
  if (!seatMap.data)
    return seatMap.error ? <ProblemAlert error={seatMap.error} /> : <PageSkeleton shape="facts" />;
  const readAgain = () => {
    forgetEdits(seatMapId);
    void seatMap.refetch();
  };
  // What someone else saved, or a file that was imported, is edited from its beginning.
  return (
    <OpenSeatMap key={seatMap.data.version} area={area} seatMap={seatMap.data} onReadAgain={readAgain} />
  );
}

interface OpenSeatMapProps {
  area: Area;
  seatMap: inferRouterOutputs<AppRouter>["seatMaps"]["get"];
  /** Opens the map as the server has it. */
  onReadAgain: () => void;
}

function OpenSeatMap({ area, seatMap, onReadAgain }: OpenSeatMapProps) {
  const t = useTranslations("seatMaps");
  const format = useFormat();
  const editor = useEditor(seatMap);
  const { about, draft } = editor;
  return (
    <div className="grid min-w-0 gap-5">
      <p>
        <LinkButton href={hrefsOf(area).seatMaps} look="quiet" className="-ml-4">
          {t("back")}
        </LinkButton>
      </p>
      <PageHeader
        title={about.name}
        lead={
          <span className="numerals">
            {about.venue} · {t("seatsOf", { count: format.number(seatCountOf(draft)) })}
          </span>
        }
        actions={<MapActions area={area} seatMapId={seatMap.id} editor={editor} onImported={onReadAgain} />}
      />
      <Resumed editor={editor} />
      <SaveBar area={area} seatMapId={seatMap.id} editor={editor} onReadAgain={onReadAgain} />
      <EditPanels editor={editor} />
    </div>
  );
}

interface MapActionsProps {
  area: Area;
  seatMapId: SeatMapId;
  editor: Editor;
  onImported: () => void;
}

function MapActions({ area, seatMapId, editor, onImported }: MapActionsProps) {
  const router = useRouter();
  const { about, isDirty } = editor;
  return (
    <>
      <RenameSeatMap
        seatMapId={seatMapId}
        about={about}
        onRenamed={({ name, venue, version }) => editor.markSaved({ about: { name, venue, version } })}
      />
      <ImportSeats seatMapId={seatMapId} version={about.version} hasEdits={isDirty} onImported={onImported} />
      <ExportSeats seatMapId={seatMapId} hasEdits={isDirty} />
      <RemoveSeatMap
        seatMap={{ id: seatMapId, ...about }}
        onRemoved={() => {
          editor.discard();
          router.push(hrefsOf(area).seatMaps);
        }}
      />
    </>
  );
}

/** Says that edits which were not saved when the page was left are still here. */
function Resumed({ editor }: { editor: Editor }) {
  const t = useTranslations("seatMaps.resumed");
  if (!editor.wasResumed || !editor.isDirty) return null;
  return (
    <Alert
      tone="info"
      title={t("title")}
      action={
        <Button look="secondary" onClick={editor.discard}>
          {t("discard")}
        </Button>
      }
    >
      {t("body")}
    </Alert>
  );
}
