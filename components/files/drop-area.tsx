"use client";
import { useTranslations } from "next-intl";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import { classNames } from "../ui/class-names.ts";

interface DropAreaProps {
  pending: boolean;
  onChoose: (file: File) => void;
}

/** A place to drop a file on, with a button that opens the file chooser. */
export function DropArea({ pending, onChoose }: DropAreaProps) {
  const t = useTranslations("csvFile");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !pending) onChoose(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same for all others.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames(
        "grid justify-items-center gap-3 rounded-md border border-line-strong border-dashed px-4 py-8 text-center",
        isOver && "border-primary bg-primary-soft",
      )}
    >
      <p className="text-muted text-sm">{t("drop")}</p>
      <Button look="secondary" pending={pending} onClick={() => input.current?.click()}>
        {t(pending ? "reading" : "choose")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,text/csv"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onChoose(file);
          // The same file can be chosen again once it was mended.
          target.value = "";
        }}
      />
    </div>
  );
}
