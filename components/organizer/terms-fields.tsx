"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ManagedEventSession } from "#server/catalog/contract.ts";
import { type CancelFees, ENTRY_CODES, type EntryCodes, NO_FEES, USUAL_FEES } from "#server/terms/values.ts";
import type { TextOf } from "../errors/problem-form.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { fromSeoulInput, toSeoulInput } from "./seoul-time.ts";

export interface SessionFieldsProps {
  from?: ManagedEventSession | undefined;
  /** `new` proposes what `from` has but its dates; `edit` changes it. */
  purpose: "new" | "edit";
}

const isSame = (a: CancelFees, b: CancelFees) => JSON.stringify(a) === JSON.stringify(b);

/** The fees as a form names them: those that are usual, none, or others that were set before. */
const nameOf = (fees: CancelFees) => {
  if (isSame(fees, USUAL_FEES)) return "usual";
  return fees.steps.length === 0 ? "none" : "other";
};

/** What a buyer may do with a ticket later: what giving it back costs, whether another person may have it, and how it lets them in. */
export function TermsFields({ from, purpose }: SessionFieldsProps) {
  const t = useTranslations("organizer.session.terms");
  const [isTransferable, setTransferable] = useState((from?.terms.transferUntil ?? null) !== null);
  const fees = from ? nameOf(from.terms.cancelFees) : "usual";
  return (
    <fieldset className="grid items-start gap-5 border-line border-t pt-5 sm:grid-cols-2">
      <legend className="float-left mb-1 w-full font-bold text-lg sm:col-span-2">{t("title")}</legend>
      <Field label={t("fees")} name="cancelFees" hint={t("feesHint")} className="sm:col-span-2">
        <Select defaultValue={fees}>
          <option value="usual">{t("usual")}</option>
          <option value="none">{t("none")}</option>
          {fees === "other" && <option value="other">{t("other")}</option>}
        </Select>
      </Field>
      <Field label={t("entryCodes")} name="entryCodes" hint={t("entryCodesHint")} className="sm:col-span-2">
        <Select defaultValue={from?.terms.entryCodes ?? "ANY"}>
          {ENTRY_CODES.map((codes) => (
            <option key={codes} value={codes}>
              {t(`codes.${codes}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="sm:col-span-2">
        <Checkbox name="transferable" checked={isTransferable} onChange={setTransferable}>
          {t("transferable")}
        </Checkbox>
      </div>
      {isTransferable && (
        <Field label={t("transferUntil")} name="transferUntil" hint={t("transferUntilHint")}>
          <Input type="datetime-local" defaultValue={untilIn(from, purpose)} />
        </Field>
      )}
    </fieldset>
  );
}

/** The time that was set; empty where it is the start. */
const untilIn = (from: ManagedEventSession | undefined, purpose: SessionFieldsProps["purpose"]) =>
  from?.terms.transferUntil && purpose === "edit" && from.terms.transferUntil !== from.startsAt
    ? toSeoulInput(from.terms.transferUntil)
    : undefined;

const FEES = { usual: USUAL_FEES, none: NO_FEES };

/** The terms that a form asks for. Fees that the form cannot name stay as they are. */
export const termsIn = (text: TextOf) => ({
  ...((text("cancelFees") === "usual" || text("cancelFees") === "none") && {
    cancelFees: FEES[text("cancelFees") as keyof typeof FEES],
  }),
  entryCodes: text("entryCodes") as EntryCodes,
  transferable: text("transferable") !== undefined,
  ...(text("transferable") !== undefined && {
    transferUntil: text("transferUntil") ? fromSeoulInput(text("transferUntil") ?? "") : null,
  }),
});

/** What of the terms is other than it was; undefined where nothing is. */
export function termsChangesIn(text: TextOf, was: ManagedEventSession) {
  const { cancelFees, entryCodes, transferable, transferUntil } = termsIn(text);
  const isUntilChanged =
    transferUntil !== undefined && (text("transferUntil") ?? "") !== (untilIn(was, "edit") ?? "");
  const changes = {
    ...(cancelFees && !isSame(cancelFees, was.terms.cancelFees) && { cancelFees }),
    ...(entryCodes !== was.terms.entryCodes && { entryCodes }),
    ...(transferable !== (was.terms.transferUntil !== null) && { transferable }),
    ...(isUntilChanged && { transferUntil }),
  };
  return Object.keys(changes).length > 0 ? changes : undefined;
}
