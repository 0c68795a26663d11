"use client";
import { useMutation } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { ShippedOrders, TrackingMistake } from "#server/fulfillment/contract.ts";
import { TRACKING_ROWS_MAX } from "#server/fulfillment/values.ts";
import { type ShippingState, shippingMachine } from "#server/shipping/machine.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { readRefusal } from "../errors/refusal.ts";
import { sendFile } from "../http/send-file.ts";
import { useStateName } from "../states/use-state-name.ts";
import { useFreshAccess } from "../trpc/use-fresh-access.ts";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { Results } from "./results.tsx";
import { useRefresh } from "./use-refresh.ts";

type Shipped = Pick<ShippedOrders, "results">;

function useShipOrders() {
  const renewAccess = useFreshAccess();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (file: File) => {
      await renewAccess();
      // A browser that does not know the ending gives a file no type, or one of its own.
      const csv = file.slice(0, file.size, "text/csv");
      return sendFile<Shipped>("/api/admin/shippings/tracking", csv);
    },
    onSettled: refresh,
  });
}

/** Takes a file of tracking numbers, and says how each order ended or what is wrong with the file. */
export function TrackingFile() {
  const t = useTranslations("shippingDesk.files");
  const input = useRef<HTMLInputElement>(null);
  const ship = useShipOrders();
  const mistakes = mistakesIn(ship.error);
  const numbers = new Map(ship.data?.results.map(({ id, orderNumber }) => [id, orderNumber]));
  return (
    <section aria-labelledby="files" className="grid gap-3">
      <div className="grid gap-1">
        <h2 id="files" className="font-bold text-xl">
          {t("title")}
        </h2>
        <p className="text-muted">{t("lead")}</p>
        <p className="text-muted text-sm">{t("uploadHint", { max: TRACKING_ROWS_MAX })}</p>
      </div>
      <Button
        look="secondary"
        className="justify-self-start"
        pending={ship.isPending}
        onClick={() => input.current?.click()}
      >
        {!ship.isPending && <FileUp aria-hidden="true" />} {t("upload")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file can be chosen again once it was corrected.
          target.value = "";
          if (file) ship.mutate(file);
        }}
      />
      {mistakes ? <Mistakes {...mistakes} /> : <ProblemAlert error={ship.error} />}
      {ship.data && (
        <Results
          results={ship.data.results}
          numberOf={(id) => numbers.get(id) ?? id}
          onClose={() => ship.reset()}
        />
      )}
    </section>
  );
}

interface MistakesProps {
  mistakes: readonly TrackingMistake[];
  count: number;
}

/** The mistakes that a refusal of a file has beside it. */
function mistakesIn(error: unknown): MistakesProps | null {
  if (!error) return null;
  const { reason, params } = readRefusal(error);
  if (reason !== "tracking_mistakes") return null;
  const { mistakes } = error as { readonly mistakes?: readonly TrackingMistake[] };
  return { mistakes: mistakes ?? [], count: Number(params.count) };
}

function Mistakes({ mistakes, count }: MistakesProps) {
  const t = useTranslations("shippingDesk.files");
  const explain = useFault();
  const cell = "border-line border-b py-2 pr-4 text-left align-top";
  return (
    <div className="grid gap-3">
      <Alert tone="danger" title={t("none", { count })} announce>
        {mistakes.length < count && <p>{t("more", { shown: mistakes.length })}</p>}
      </Alert>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus. */}
      <section tabIndex={0} aria-label={t("mistakes")} className="max-h-96 overflow-auto">
        <table className="numerals w-full text-sm">
          <thead>
            <tr>
              {(["line", "column", "problem"] as const).map((name) => (
                <th key={name} scope="col" className={`field-name ${cell}`}>
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mistakes.map((mistake) => (
              <tr key={`${mistake.line} ${mistake.column} ${mistake.code}`}>
                <td className={cell}>{mistake.line}</td>
                <td className={cell}>{mistake.column ?? t("whole")}</td>
                <td className={`break-all ${cell}`}>{explain(mistake)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

/** What is wrong with a cell, in words. */
function useFault() {
  const t = useTranslations("shippingDesk.faults");
  const nameState = useStateName();
  const isState = (text: string): text is ShippingState =>
    shippingMachine.states.some((state) => state === text);
  return ({ code, found }: TrackingMistake) =>
    t(code, { found: code === "state_wrong" && isState(found) ? nameState(shippingMachine, found) : found });
}
