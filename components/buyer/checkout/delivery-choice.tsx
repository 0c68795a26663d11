"use client";
import { useTranslations } from "next-intl";
import { ADDRESS_LENGTH_MAX, RECIPIENT_LENGTH_MAX } from "#server/shipping/contract.ts";
import { readRefusal } from "../../errors/refusal.ts";
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

/** The field that the server refused, or undefined. */
function refusedField(error: unknown): (typeof FIELDS)[number]["name"] | undefined {
  if (!error) return undefined;
  const { reason, params } = readRefusal(error);
  const path = String(params.path ?? "");
  return reason === "invalid_argument"
    ? FIELDS.find(({ name }) => path === `delivery.${name}`)?.name
    : undefined;
}

interface DeliveryChoiceProps {
  offer: PurchaseView["offer"];
  draft: DeliveryDraft;
  /** Of the last try to pay; a mistake in the address is told at its field. */
  error: unknown;
  onChange: (draft: DeliveryDraft) => void;
}

/** The choice between mobile and paper tickets, with the address of the second. */
export function DeliveryChoice({ offer, draft, error, onChange }: DeliveryChoiceProps) {
  const t = useTranslations("checkout.delivery");
  const format = useFormat();
  const refused = refusedField(error);
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
        <fieldset className="grid gap-4 rounded-md border border-line p-4">
          <legend className="px-1 font-semibold text-[0.9375rem]">{t("address")}</legend>
          {FIELDS.map(({ name, ...rest }) => (
            <Field
              key={name}
              label={t(`fields.${name}`)}
              hint={name === "recipient" ? undefined : t(`fieldHints.${name}`)}
              error={refused === name ? t(`problems.${name}`) : undefined}
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
