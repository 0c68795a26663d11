"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { z } from "zod";
import type { CreateEventSession, ManagedEventSession } from "#server/catalog/contract.ts";
import { serverNow } from "../clock/offset.ts";
import type { TextOf } from "../errors/problem-form.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Field, Input } from "../ui/field.tsx";
import { ReleaseFields, releaseChangesIn, releaseIn } from "./release-fields.tsx";
import { fromSeoulInput, toSeoulInput } from "./seoul-time.ts";
import { StockFields, stockIn } from "./stock-fields.tsx";
import { type SessionFieldsProps, TermsFields, termsChangesIn, termsIn } from "./terms-fields.tsx";

const DATES = ["startsAt", "salesOpenAt", "salesCloseAt", "cancelDeadlineAt"] as const;
const LINE = ["admitLimit", "admitRatePerSecond", "maxLength"] as const;

/** The fields of an event session: the four that each needs, and further ones with what they are when left out. */
export function SessionFields({ from, purpose }: SessionFieldsProps) {
  const t = useTranslations("organizer.session");
  const isEdit = purpose === "edit";
  const dateOf = (name: (typeof DATES)[number]) => (from && isEdit ? toSeoulInput(from[name]) : undefined);
  return (
    <>
      <Field label={t("startsAt")} name="startsAt" hint={t(isEdit ? "movedHint" : "startsAtHint")}>
        <Input type="datetime-local" defaultValue={dateOf("startsAt")} />
      </Field>
      {isEdit && from ? <FixedStock from={from} /> : <StockFields from={from} />}
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label={t("maxPerUser")} name="maxPerUser">
          <Input type="number" inputMode="numeric" defaultValue={from?.maxPerUser ?? 4} />
        </Field>
        <Field label={t("doorsMinutesBefore")} name="doorsMinutesBefore" hint={t("doorsHint")}>
          <Input type="number" inputMode="numeric" defaultValue={from?.doorsMinutesBefore ?? undefined} />
        </Field>
      </div>
      <DeliveryFields from={from} purpose={purpose} />
      <TermsFields from={from} purpose={purpose} />
      <ReleaseFields from={from} />
      <fieldset className="grid items-start gap-5 border-line border-t pt-5 sm:grid-cols-6">
        <legend className="float-left mb-1 w-full font-bold text-lg sm:col-span-6">{t("more")}</legend>
        {(["salesOpenAt", "salesCloseAt", "cancelDeadlineAt"] as const).map((name) => (
          <Field
            key={name}
            label={t(name)}
            name={name}
            hint={isEdit ? undefined : t(`${name}Hint`)}
            // A date with its time needs half the width; three in a row would lie over each other.
            className={name === "cancelDeadlineAt" ? "sm:col-span-6" : "sm:col-span-3"}
          >
            <Input type="datetime-local" defaultValue={dateOf(name)} />
          </Field>
        ))}
        {LINE.map((name) => (
          <Field key={name} label={t(name)} name={name} className="sm:col-span-2">
            <Input
              type="number"
              inputMode="numeric"
              defaultValue={
                from?.line[name] ?? { admitLimit: 100, admitRatePerSecond: 50, maxLength: 50_000 }[name]
              }
            />
          </Field>
        ))}
      </fieldset>
    </>
  );
}

/** What an event session sells. Of numbered seats nothing can be changed: each was made with its price. */
function FixedStock({ from }: { from: ManagedEventSession }) {
  const t = useTranslations("organizer.session");
  const { seated, price, totalStock } = from;
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <Field label={t("price")} name="price" hint={seated ? t("seatedHint") : undefined}>
        <Input type="number" inputMode="numeric" defaultValue={price} readOnly={seated} />
      </Field>
      <Field label={t("stock")} name="totalStock" hint={seated ? undefined : t("stockHint")}>
        <Input type="number" inputMode="numeric" defaultValue={totalStock} readOnly={seated} />
      </Field>
    </div>
  );
}

/** What kinds of tickets are sold, and what paper ones cost and until when. */
function DeliveryFields({ from, purpose }: SessionFieldsProps) {
  const t = useTranslations("organizer.session.delivery");
  const [isPaper, setPaper] = useState(from?.delivery.paper ?? false);
  const [isMobile, setMobile] = useState(from?.delivery.mobile ?? true);
  const until = from && purpose === "edit" ? toSeoulInput(from.delivery.paperUntil) : undefined;
  return (
    <fieldset className="grid items-start gap-5 border-line border-t pt-5 sm:grid-cols-2">
      <legend className="float-left mb-1 w-full font-bold text-lg sm:col-span-2">{t("title")}</legend>
      <div className="flex flex-wrap gap-x-6 sm:col-span-2">
        <Checkbox name="mobile" checked={isMobile} onChange={setMobile}>
          {t("mobile")}
        </Checkbox>
        <Checkbox name="paper" checked={isPaper} onChange={setPaper}>
          {t("paper")}
        </Checkbox>
      </div>
      {!(isMobile || isPaper) && (
        <p className="font-medium text-danger-fg text-sm sm:col-span-2">{t("none")}</p>
      )}
      {isPaper && (
        <>
          <Field label={t("shippingFee")} name="shippingFee" hint={t("shippingFeeHint")}>
            <Input type="number" inputMode="numeric" defaultValue={from?.delivery.shippingFee ?? 3000} />
          </Field>
          <Field label={t("paperUntil")} name="paperUntil" hint={t("paperUntilHint")}>
            <Input type="datetime-local" defaultValue={until} />
          </Field>
        </>
      )}
    </fieldset>
  );
}

const numberIn = (text: TextOf, name: string) => Number(text(name) ?? Number.NaN);

/** Null where the field is empty. */
const doorsIn = (text: TextOf) =>
  text("doorsMinutesBefore") === undefined ? null : numberIn(text, "doorsMinutesBefore");

/** What a form for a new event session asks for. Times that are left empty are the usual ones. */
export function newSessionIn(text: TextOf): Omit<z.input<typeof CreateEventSession>, "eventId"> {
  const at = (name: string) => fromSeoulInput(text(name) ?? "");
  return {
    startsAt: at("startsAt"),
    salesOpenAt: at("salesOpenAt") || new Date(serverNow()).toISOString(),
    salesCloseAt: at("salesCloseAt") || at("startsAt"),
    ...(text("cancelDeadlineAt") && { cancelDeadlineAt: at("cancelDeadlineAt") }),
    ...stockIn(text),
    maxPerUser: numberIn(text, "maxPerUser"),
    line: {
      admitLimit: numberIn(text, "admitLimit"),
      admitRatePerSecond: numberIn(text, "admitRatePerSecond"),
      maxLength: numberIn(text, "maxLength"),
    },
    delivery: deliveryIn(text),
    terms: termsIn(text),
    release: releaseIn(text),
    doorsMinutesBefore: doorsIn(text),
  };
}

/** The kinds of tickets; what is asked of paper ones only is left out where none are sold. */
const deliveryIn = (text: TextOf) => ({
  mobile: text("mobile") !== undefined,
  paper: text("paper") !== undefined,
  ...(text("paper") !== undefined && {
    shippingFee: numberIn(text, "shippingFee"),
    paperUntil: text("paperUntil") ? fromSeoulInput(text("paperUntil") ?? "") : null,
  }),
});

/** What of the delivery is other than it was; undefined where nothing is. */
function deliveryChangesIn(text: TextOf, { delivery: was }: ManagedEventSession) {
  const { paperUntil, ...now } = deliveryIn(text);
  const isUntilChanged =
    paperUntil !== undefined && (text("paperUntil") ?? "") !== toSeoulInput(was.paperUntil);
  const changes = {
    ...(now.mobile !== was.mobile && { mobile: now.mobile }),
    ...(now.paper !== was.paper && { paper: now.paper }),
    ...(now.shippingFee !== undefined &&
      now.shippingFee !== was.shippingFee && { shippingFee: now.shippingFee }),
    ...(isUntilChanged && { paperUntil }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** What of an event session the form has other than it was: only that is changed. */
export function changesIn(text: TextOf, was: ManagedEventSession) {
  const dates = DATES.filter((name) => text(name) !== toSeoulInput(was[name]));
  const line = LINE.filter((name) => numberIn(text, name) !== was.line[name]);
  const [price, maxPerUser] = [numberIn(text, "price"), numberIn(text, "maxPerUser")];
  const addStock = numberIn(text, "totalStock") - was.totalStock;
  const [delivery, terms] = [deliveryChangesIn(text, was), termsChangesIn(text, was)];
  const release = releaseChangesIn(text, was);
  return {
    ...(terms && { terms }),
    ...(release && { release }),
    ...(doorsIn(text) !== was.doorsMinutesBefore && { doorsMinutesBefore: doorsIn(text) }),
    ...(delivery && { delivery }),
    ...(Object.fromEntries(dates.map((name) => [name, fromSeoulInput(text(name) ?? "")])) as Partial<
      Record<(typeof DATES)[number], string>
    >),
    ...(price !== was.price && { price }),
    ...(maxPerUser !== was.maxPerUser && { maxPerUser }),
    ...(addStock !== 0 && { addStock }),
    ...(line.length > 0 && { line: Object.fromEntries(line.map((name) => [name, numberIn(text, name)])) }),
  };
}

/** The fields at which refusals of an event session are shown, where the names differ. */
export const SESSION_FIELD_OF = {
  addStock: "totalStock",
  stock_limit: "totalStock",
  price_fixed: "price",
  waitlist_promised: "releasePolicy",
} as const;
