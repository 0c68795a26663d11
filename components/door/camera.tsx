"use client";
import { Camera as CameraIcon, CameraOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { type CodeParts, goesOn, partsOf } from "#server/tickets/values.ts";
import { Alert } from "../ui/alert.tsx";
import { Button } from "../ui/button.tsx";
import { openCodeReader } from "./code-reader.ts";
import { allowSound } from "./signal.ts";

/** How often the picture is looked at. */
const LOOK_MS = 120;
/** A code that stays before the camera is read once. */
const SAME_CODE_MS = 3000;

type Fault = "denied" | "none" | "failed";

/** The camera's picture, which is read for QR codes while it is on. */
export function Camera({ onCode }: { onCode: (code: string) => void }) {
  const t = useTranslations("door.camera");
  const [isOn, setOn] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const video = useRef<HTMLVideoElement>(null);
  useCamera(video, isOn, onCode, (why) => {
    setFault(why);
    setOn(false);
  });
  const press = () => {
    allowSound();
    setFault(undefined);
    setOn(!isOn);
  };
  return (
    <section className="grid gap-3" aria-label={t("label")}>
      {isOn && (
        <video
          ref={video}
          playsInline
          muted
          aria-label={t("picture")}
          className="aspect-[4/3] w-full rounded-lg border border-line bg-black object-cover"
        />
      )}
      {fault && <Alert tone="warning" title={t(`fault.${fault}`)} />}
      <Button look={isOn ? "secondary" : "primary"} size="large" wide onClick={press}>
        {isOn ? <CameraOff aria-hidden="true" /> : <CameraIcon aria-hidden="true" />}
        {t(isOn ? "stop" : "start")}
      </Button>
    </section>
  );
}

function useCamera(
  video: RefObject<HTMLVideoElement | null>,
  isOn: boolean,
  onCode: (code: string) => void,
  onFault: (fault: Fault) => void,
): void {
  const found = useEffectEvent(onCode);
  const failed = useEffectEvent(onFault);
  useEffect(() => {
    if (!isOn) return;
    const closing = new AbortController();
    watchCamera(video, closing.signal, (code) => found(code)).catch((error: unknown) => {
      if (!closing.signal.aborted) failed(faultOf(error));
    });
    return () => closing.abort();
  }, [isOn, video]);
}

function faultOf(error: unknown): Fault {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError") return "denied";
  return name === "NotFoundError" ? "none" : "failed";
}

async function watchCamera(
  video: RefObject<HTMLVideoElement | null>,
  ends: AbortSignal,
  found: (code: string) => void,
): Promise<void> {
  const [read, stream] = await Promise.all([
    openCodeReader(),
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } } }),
  ]);
  const stop = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  if (ends.aborted || !video.current) return stop();
  ends.addEventListener("abort", stop, { once: true });
  video.current.srcObject = stream;
  await video.current.play();
  let last: { readonly parts: CodeParts; readonly at: number } | undefined;
  while (!ends.aborted && video.current) {
    const code = await read(video.current);
    if (code) {
      const parts = partsOf(code);
      const isSeen = last && goesOn(last.parts, parts) && performance.now() - last.at <= SAME_CODE_MS;
      if (!isSeen) found(code);
      last = { parts, at: performance.now() };
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
