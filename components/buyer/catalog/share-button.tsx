"use client";
import { Share2 } from "lucide-react";
import { Button } from "../../ui/button.tsx";
import { copyText } from "../../ui/copy-text.ts";
import { toast } from "../../ui/toast.ts";

interface ShareButtonProps {
  title: string;
  /** Its words; they are few, so the page sends no catalogue of messages for them. */
  words: Readonly<Record<"share" | "copied" | "failed", string>>;
}

/** Gives the page's address to another app, or, where the browser cannot, puts it on the clipboard. */
export function ShareButton({ title, words }: ShareButtonProps) {
  const share = async () => {
    const url = location.href;
    try {
      if (typeof navigator.share === "function") return await navigator.share({ title, url });
      await copyText(url);
      toast.success(words.copied);
    } catch (error) {
      // The person closed the browser's own sheet.
      if (error instanceof DOMException && error.name === "AbortError") return;
      toast.error(words.failed);
    }
  };
  return (
    <Button look="secondary" onClick={() => void share()}>
      <Share2 aria-hidden="true" /> {words.share}
    </Button>
  );
}
