"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { ChoiceProps } from "../holds/choice.ts";
import { loadChooser } from "./load-chooser.ts";
import { useHall } from "./use-hall.ts";
import { useSeatStates } from "./use-seat-states.ts";

const HallChooser = dynamic(loadChooser, { loading: () => <ChooserSkeleton /> });

/** Chooses seats of a hall on its map or from a list. */
export function ChooseOnMap({ drawingVersion, ...props }: ChoiceProps & { drawingVersion: string }) {
  const { hall, ...drawing } = useHall(props.eventSessionId, drawingVersion);
  const { news, ...states } = useSeatStates(props.eventSessionId);
  const t = useTranslations("ui");
  if (hall && news) return <HallChooser {...props} hall={hall} news={news} />;
  const failed = [drawing, states].find(({ error }) => error);
  if (!failed) return <ChooserSkeleton />;
  const again = (
    <Button look="secondary" onClick={() => void failed.retry()}>
      {t("retry")}
    </Button>
  );
  return <ProblemAlert error={failed.error} action={again} />;
}

const ChooserSkeleton = () => <Skeleton className="h-[min(60dvh,40rem)] rounded-lg" />;
