"use client";
import { useMutation } from "@tanstack/react-query";
import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import type { ChosenPoster, PosterFiles, PosterView } from "#server/posters/contract.ts";
import { ALT_LENGTH_MAX, POSTER_BYTES_MAX, POSTER_TYPES } from "#server/posters/values.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import type { TextOf } from "../errors/problem-form.tsx";
import { sendFile } from "../http/send-file.ts";
import { useFreshAccess } from "../trpc/use-fresh-access.ts";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";

interface PosterFieldProps {
  /** What the event shows already. */
  from: PosterView | null;
  /** What another event shows: it is uploaded once more, so that either event can drop its own. */
  copyOf?: PosterView | null | undefined;
  /** Told while a picture is on its way: a form that is sent then would be without it. */
  onBusy: (isBusy: boolean) => void;
}

/** The picture of an event and what can be seen on it. It is uploaded when it is chosen, and shown once the form is saved. */
export function PosterField({ from, copyOf, onBusy }: PosterFieldProps) {
  const t = useTranslations("organizer.form");
  const [poster, setPoster] = useState<PosterFiles | null>(from);
  const upload = useUpload({ onUploaded: setPoster, onBusy });
  useCopy(copyOf, upload.mutate);
  const hint = useId();
  return (
    <fieldset aria-describedby={hint} className="grid min-w-0 gap-3">
      <legend className="mb-1.5 font-semibold text-[0.9375rem]">{t("poster")}</legend>
      <p id={hint} className="text-muted text-sm">
        {t("posterHint")}
      </p>
      {poster && <Preview poster={poster} />}
      <div className="flex flex-wrap gap-2">
        <FileButton
          label={t(poster ? "posterReplace" : "posterChoose")}
          pending={upload.isPending}
          onChoose={upload.choose}
        />
        {poster && !upload.isPending && (
          <Button look="quiet" onClick={() => setPoster(null)}>
            {t("posterRemove")}
          </Button>
        )}
      </div>
      <p role="status" className="text-muted text-sm empty:hidden">
        {upload.isPending ? t("posterUploading") : upload.isSuccess && poster ? t("posterUploaded") : ""}
      </p>
      {upload.isTooLarge ? (
        <Alert tone="danger" title={t("posterTooLarge")} announce />
      ) : (
        <ProblemAlert error={upload.error} />
      )}
      {poster && (
        <>
          <input type="hidden" name="posterId" value={poster.id} />
          <Field label={t("posterAlt")} hint={t("posterAltHint")} name="alt">
            <Input maxLength={ALT_LENGTH_MAX} defaultValue={(from ?? copyOf)?.alt} />
          </Field>
        </>
      )}
    </fieldset>
  );
}

/** The poster that the form chooses; null for none. */
export function posterIn(text: TextOf): ChosenPoster | null {
  const posterId = text("posterId") as ChosenPoster["posterId"] | undefined;
  return posterId ? { posterId, alt: text("alt") ?? "" } : null;
}

/** A file, or the address of a picture. */
type Chosen = Blob | string;

/** Uploads the widest picture of another event's poster once, as the form opens. */
function useCopy(poster: PosterView | null | undefined, upload: (chosen: Chosen) => void): void {
  const url = poster?.files.at(-1)?.url;
  const begun = useRef<string>(undefined);
  useEffect(() => {
    if (!url || begun.current === url) return;
    begun.current = url;
    upload(url);
  }, [url, upload]);
}

async function pictureOf(chosen: Chosen): Promise<Blob> {
  if (typeof chosen !== "string") return chosen;
  const answer = await fetch(chosen);
  if (!answer.ok) throw await answer.json();
  return answer.blob();
}

function useUpload({
  onUploaded,
  onBusy,
}: Pick<PosterFieldProps, "onBusy"> & { onUploaded: (made: PosterFiles) => void }) {
  const renewAccess = useFreshAccess();
  const [isTooLarge, setTooLarge] = useState(false);
  const upload = useMutation({
    mutationFn: async (chosen: Chosen) => {
      await renewAccess();
      return sendFile<PosterFiles>("/api/admin/posters", await pictureOf(chosen));
    },
    onMutate: () => onBusy(true),
    onSettled: () => onBusy(false),
    onSuccess: onUploaded,
  });
  const choose = (file: File) => {
    const isLarger = file.size > POSTER_BYTES_MAX;
    setTooLarge(isLarger);
    if (!isLarger) upload.mutate(file);
  };
  return { ...upload, isTooLarge, choose };
}

/** Decorative: its description is the field below. */
function Preview({ poster }: { poster: PosterFiles }) {
  const { files, width, height } = poster;
  return (
    // biome-ignore lint/performance/noImgElement: its files have the widths already.
    <img
      src={files[0]?.url}
      alt=""
      width={width}
      height={height}
      className="max-h-64 w-auto max-w-full justify-self-start rounded-sm border border-line"
    />
  );
}

interface FileButtonProps {
  label: string;
  pending: boolean;
  onChoose: (file: File) => void;
}

function FileButton({ label, pending, onChoose }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button look="secondary" pending={pending} onClick={() => input.current?.click()}>
        {!pending && <ImagePlus aria-hidden="true" />} {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={POSTER_TYPES}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
          // The same file can be chosen again after a failure.
          target.value = "";
        }}
      />
    </>
  );
}
