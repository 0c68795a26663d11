"use client";
import { useTranslations } from "next-intl";
import { PageHeader } from "../ui/page-header.tsx";
import { ActionSamples } from "./action-samples.tsx";
import { Chapter } from "./board.tsx";
import { CatalogSamples } from "./catalog-samples.tsx";
import { ContentSamples } from "./content-samples.tsx";
import { DoorSamples } from "./door-samples.tsx";
import { FormSamples } from "./form-samples.tsx";
import { FoundationSamples } from "./foundation-samples.tsx";
import { HoldSamples } from "./hold-samples.tsx";
import { MessageSamples } from "./message-samples.tsx";
import { PushSamples } from "./push-samples.tsx";
import { QueueSamples } from "./queue-samples.tsx";

const CHAPTERS = [
  ["foundations", FoundationSamples],
  ["actions", ActionSamples],
  ["forms", FormSamples],
  ["messages", MessageSamples],
  ["content", ContentSamples],
  ["catalog", CatalogSamples],
  ["queue", QueueSamples],
  ["holding", HoldSamples],
  ["push", PushSamples],
  ["door", DoorSamples],
] as const;

/** Every component in every state, chapter by chapter. */
export function DesignBoard() {
  const t = useTranslations("design");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {CHAPTERS.map(([name, Body]) => (
        <Chapter key={name} title={t(name)}>
          <Body />
        </Chapter>
      ))}
    </>
  );
}
