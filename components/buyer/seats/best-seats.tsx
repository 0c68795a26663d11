"use client";
import { Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "../../i18n/format.ts";
import type { Hall } from "../../seat-map/hall.ts";
import { useSeatName } from "../../seats/use-seat-name.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { NumberStepper } from "../../ui/number-stepper.tsx";
import { groupsOf, type SeatStates, seatAt, sectionsOfHall } from "./hall-seats.ts";
import type { HallChoice } from "./use-hall-choice.ts";

interface BestSeatsProps {
  hall: Hall;
  states: SeatStates;
  choice: HallChoice;
  /** Has the map show these places. */
  onShow: (places: readonly number[]) => void;
}

/** The last answer: the places that were chosen, or how many were asked for in vain. */
type Answer = { readonly places: readonly number[] } | { readonly missing: number };

/** Chooses the best seats for people who would rather not look for them. They are held with another press, as any seats are. */
export function BestSeats({ hall, states, choice, onShow }: BestSeatsProps) {
  const t = useTranslations("seats.best");
  const [asked, setAsked] = useState(2);
  const [section, setSection] = useState("");
  const [priceMax, setPriceMax] = useState("");
  const [answer, setAnswer] = useState<Answer>();
  const { room } = choice;
  const quantity = Math.max(1, Math.min(asked, room));
  const choose = () => {
    const places = choice.chooseBest({
      quantity,
      ...(section && { section }),
      ...(priceMax && { priceMax: Number(priceMax) }),
    });
    setAnswer(places ? { places } : { missing: quantity });
    if (places) onShow(places);
  };
  return (
    <Card className="grid gap-4 p-4 sm:p-5">
      <div className="grid gap-0.5">
        <h2 className="font-bold text-lg">{t("title")}</h2>
        <p className="text-muted text-sm">{t("hint")}</p>
      </div>
      <div className="flex items-center justify-between gap-3">
        <span className="font-semibold text-[0.9375rem]">{t("quantity")}</span>
        <NumberStepper
          label={t("quantity")}
          value={quantity}
          onChange={setAsked}
          min={1}
          max={Math.max(1, room)}
          disabled={choice.disabled || room < 1}
        />
      </div>
      <Wishes {...{ hall, states, section, priceMax }} onSection={setSection} onPriceMax={setPriceMax} />
      <Button look="secondary" disabled={choice.disabled || room < 1} onClick={choose}>
        <Sparkles aria-hidden />
        {t("take")}
      </Button>
      <Said {...{ hall, states, choice, answer }} />
    </Card>
  );
}

interface WishesProps extends Pick<BestSeatsProps, "hall" | "states"> {
  section: string;
  priceMax: string;
  onSection: (name: string) => void;
  onPriceMax: (price: string) => void;
}

/** A section, or the most that a seat may cost, where there is a choice. */
function Wishes({ hall, states, section, priceMax, onSection, onPriceMax }: WishesProps) {
  const t = useTranslations("seats.best");
  const format = useFormat();
  const sections = sectionsOfHall(hall, states);
  const prices = [...new Set(sections.map(({ prices: [price] }) => price))].sort((a, b) => a - b);
  if (sections.length < 2) return null;
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t("section")}>
        <Select value={section} onChange={(event) => onSection(event.currentTarget.value)}>
          <option value="">{t("anySection")}</option>
          {sections.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      </Field>
      {prices.length > 1 && (
        <Field label={t("price")}>
          <Select value={priceMax} onChange={(event) => onPriceMax(event.currentTarget.value)}>
            <option value="">{t("anyPrice")}</option>
            {prices.slice(0, -1).map((price) => (
              <option key={price} value={price}>
                {t("priceMax", { price: format.krw(price) })}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </div>
  );
}

/** What was chosen, and whether together; nothing any more when one of the seats is not chosen now. */
function Said({
  hall,
  states,
  choice,
  answer,
}: Omit<BestSeatsProps, "onShow"> & { answer: Answer | undefined }) {
  const t = useTranslations("seats.best");
  const nameOf = useSeatName();
  let said = "";
  if (answer && "missing" in answer) said = t("none", { count: answer.missing });
  else if (answer?.places.every((place) => choice.chosen.includes(place))) {
    const { places } = answer;
    const groups = groupsOf(hall, places).length;
    const seats = places.map((place) => nameOf(seatAt(hall, states, place))).join(" · ");
    said = groups > 1 ? t("apart", { groups, seats }) : t("together", { count: places.length, seats });
  }
  return (
    <p role="status" className={said ? "font-semibold text-sm" : "sr-only"}>
      {said}
    </p>
  );
}
