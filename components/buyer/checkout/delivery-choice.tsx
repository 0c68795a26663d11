"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ADDRESS_LENGTH_MAX, ADDRESS_RULES, RECIPIENT_LENGTH_MAX } from "#server/shipping/values.ts";
import { useFormat } from "../../i18n/format.ts";
import { ChoiceCards } from "../../ui/choice-cards.tsx";
import { Field, Input } from "../../ui/field.tsx";
import type { PurchaseView } from "./purchase-view.ts";

/** What a buyer types in about the delivery; the address counts for paper tickets. */
export interface DeliveryDraft {
  readonly type: "MOBILE" | "PAPER";
  readonly recipient: string;
  readonly phone: string;
  readonly postcode: string;
  readonly address1: string;
  readonly address2: string;
}

export const emptyDraft = ({ offer }: PurchaseView): DeliveryDraft => ({
  type: offer.mobile ? "MOBILE" : "PAPER",
  ...{ recipient: "", phone: "", postcode: "", address1: "", address2: "" },
});

/** What the checkout is asked for. */
export function deliveryOf({ type, address2, ...address }: DeliveryDraft) {
  if (type === "MOBILE") return { type } as const;
  return { type, ...address, ...(address2.trim() !== "" && { address2 }) } as const;
}

const FIELDS = [
  { name: "recipient", autoComplete: "shipping name", maxLength: RECIPIENT_LENGTH_MAX },
  { name: "phone", autoComplete: "shipping tel", type: "tel", inputMode: "tel" },
  { name: "postcode", autoComplete: "shipping postal-code", inputMode: "numeric" },
  { name: "address1", autoComplete: "shipping address-line1", maxLength: ADDRESS_LENGTH_MAX },
  { name: "address2", autoComplete: "shipping address-line2", maxLength: ADDRESS_LENGTH_MAX },
] as const;

type FieldName = (typeof FIELDS)[number]["name"];

/** The fields of the address that the server would refuse. All are told at once, because the hold's time runs. */
export function faultsOf(draft: DeliveryDraft): FieldName[] {
  if (draft.type === "MOBILE") return [];
  return FIELDS.map(({ name }) => name).filter((name) => {
    const text = draft[name].normalize("NFC").trim();
    return (name !== "address2" || text !== "") && ADDRESS_RULES[name](text).length > 0;
  });
}

interface DeliveryChoiceProps {
  offer: PurchaseView["offer"];
  draft: DeliveryDraft;
  /** The fields of the address with a mistake. */
  faults: readonly FieldName[];
  /** How often payment was refused for them; the first of them takes the focus each time. */
  refusals: number;
  onChange: (draft: DeliveryDraft) => void;
}

/** The choice between mobile and paper tickets, with the address of the second. */
export function DeliveryChoice({ offer, draft, faults, refusals, onChange }: DeliveryChoiceProps) {
  const t = useTranslations("checkout.delivery");
  const format = useFormat();
  const address = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (refusals > 0) address.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refusals]);
  const types = (["MOBILE", "PAPER"] as const).filter((type) =>
    type === "PAPER" ? offer.paper : offer.mobile,
  );
  return (
    <div className="grid gap-4">
      <ChoiceCards
        legend={t("legend")}
        value={draft.type}
        onChange={(type) => onChange({ ...draft, type })}
        options={types.map((value) => ({
          value,
          label: t(`types.${value}`),
          hint: t(`hints.${value}`, {
            fee: format.krw(offer.shippingFee),
            until: format.date(offer.paperUntil),
          }),
        }))}
      />
      {draft.type === "PAPER" && (
        <fieldset ref={address} className="grid gap-4 rounded-md border border-line p-4">
          <legend className="px-1 font-semibold text-[0.9375rem]">{t("address")}</legend>
          {FIELDS.map(({ name, ...rest }) => (
            <Field
              key={name}
              label={t(`fields.${name}`)}
              hint={name === "recipient" ? undefined : t(`fieldHints.${name}`)}
              error={faults.includes(name) ? t(`problems.${name}`) : undefined}
            >
              <Input
                {...rest}
                value={draft[name]}
                onChange={({ currentTarget: { value } }) => onChange({ ...draft, [name]: value })}
              />
            </Field>
          ))}
        </fieldset>
      )}
    </div>
  );
}
