"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  type ReactNode,
  type UIEvent,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { Button } from "./button.tsx";

interface PagerProps {
  /** What is turned over, for screen readers. */
  label: string;
  pages: readonly { readonly key: string; readonly content: ReactNode }[];
  /** Which page is shown first. */
  begin?: number;
  /** Whether nothing else is on the screen: arrow keys then turn the pages wherever the focus is. */
  isAlone?: boolean;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/**
 * Several things in the place of one: swiped, or turned with the buttons. All of them stay in the page, so that a screen
 * reader reads each and paper shows each.
 */
export function Pager({ label, pages, begin = 0, isAlone = false }: PagerProps) {
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(begin);
  const last = pages.length - 1;
  // One that is gone leaves fewer pages than were turned.
  const current = Math.min(shown, last);
  const turnTo = (page: number) => list.current?.scrollTo({ left: page * list.current.clientWidth });
  const press = useEffectEvent((event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    turnTo(current + step);
  });
  useEffect(() => {
    if (!isAlone) return;
    // A dialog keeps arrow keys to itself.
    addEventListener("keydown", press, { capture: true });
    return () => removeEventListener("keydown", press, { capture: true });
  }, [isAlone]);
  useLayoutEffect(() => {
    const { clientWidth = 0 } = list.current ?? {};
    list.current?.scrollTo({ left: begin * clientWidth, behavior: "instant" });
  }, [begin]);
  const follow = ({ currentTarget: { scrollLeft, clientWidth } }: UIEvent) =>
    setShown(Math.round(scrollLeft / Math.max(1, clientWidth)));
  return (
    <div className="grid min-w-0 gap-3">
      <ul
        ref={list}
        tabIndex={last > 0 ? 0 : undefined}
        aria-label={label}
        onScroll={follow}
        className="flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain [scrollbar-width:none] motion-safe:scroll-smooth print:grid print:gap-4 print:overflow-visible"
      >
        {pages.map(({ key, content }) => (
          <li key={key} className="grid w-full shrink-0 snap-center snap-always content-start">
            {content}
          </li>
        ))}
      </ul>
      {last > 0 && <Turner {...{ current, last, turnTo }} />}
    </div>
  );
}

interface TurnerProps {
  current: number;
  last: number;
  turnTo: (page: number) => void;
}

function Turner({ current, last, turnTo }: TurnerProps) {
  const t = useTranslations("ui");
  return (
    <div className="flex items-center justify-center gap-3 print:hidden">
      <Button
        look="secondary"
        size="icon"
        aria-label={t("previous")}
        disabled={current === 0}
        focusableWhenDisabled
        onClick={() => turnTo(current - 1)}
      >
        <ChevronLeft aria-hidden="true" />
      </Button>
      <p aria-live="polite" className="numerals min-w-14 text-center font-bold">
        {t("pageOf", { page: current + 1, pages: last + 1 })}
      </p>
      <Button
        look="secondary"
        size="icon"
        aria-label={t("next")}
        disabled={current === last}
        focusableWhenDisabled
        onClick={() => turnTo(current + 1)}
      >
        <ChevronRight aria-hidden="true" />
      </Button>
    </div>
  );
}
