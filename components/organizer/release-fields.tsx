"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EventSessionView, ManagedEventSession } from "#server/catalog/contract.ts";
import { RELEASE_POLICIES, RELEASE_TIMES_MAX } from "#server/release/values.ts";
import type { TextOf } from "../errors/problem-form.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { fromSeoulInput, toSeoulInput } from "./seoul-time.ts";

/** How long an offer can last, in minutes. */
const OFFER_MINUTES = [30, 60, 180, 720, 1440, 4320] as const;
const nameOf = (index: number) => `releaseTime${index}`;

/** Who gets tickets that come back after everything was sold, and at which announced times. */
export function ReleaseFields({ from }: { from: ManagedEventSession | undefined }) {
  const t = useTranslations("organizer.session.release");
  const [policy, setPolicy] = useState<EventSessionView["release"]["policy"]>(
    from?.release.policy ?? "AT_ONCE",
  );
  const minutes = from?.release.offerMinutes ?? 720;
  const offered = [...new Set([...OFFER_MINUTES, minutes])].sort((a, b) => a - b);
  return (
    <fieldset className="grid items-start gap-5 border-line border-t pt-5 sm:grid-cols-2">
      <legend className="float-left mb-1 w-full font-bold text-lg sm:col-span-2">{t("title")}</legend>
      <Field label={t("policy")} name="releasePolicy" hint={t(`hint.${policy}`)} className="sm:col-span-2">
        <Select
          value={policy}
          onChange={({ target }) =>
            setPolicy(RELEASE_POLICIES.find((each) => each === target.value) ?? "AT_ONCE")
          }
        >
          {RELEASE_POLICIES.map((each) => (
            <option key={each} value={each}>
              {t(`policies.${each}`)}
            </option>
          ))}
        </Select>
      </Field>
      {policy === "WAITLIST" && (
        <Field label={t("offer")} name="offerMinutes">
          <Select defaultValue={String(minutes)}>
            {offered.map((each) => (
              <option key={each} value={each}>
                {t("within", { hours: Math.floor(each / 60), minutes: each })}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {policy === "SCHEDULED" && <ReleaseTimes times={from?.release.times ?? []} />}
    </fieldset>
  );
}

function ReleaseTimes({ times }: { times: readonly string[] }) {
  const t = useTranslations("organizer.session.release");
  const [count, setCount] = useState(Math.max(1, times.length));
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <Field key={nameOf(index)} label={t("time", { number: index + 1 })} name={nameOf(index)}>
          <Input type="datetime-local" defaultValue={times[index] ? toSeoulInput(times[index]) : undefined} />
        </Field>
      ))}
      {count < RELEASE_TIMES_MAX && (
        <Button
          look="secondary"
          className="justify-self-start sm:col-span-2"
          onClick={() => setCount(count + 1)}
        >
          {t("addTime")}
        </Button>
      )}
    </>
  );
}

/** The release policy of the form. */
export function releaseIn(text: TextOf) {
  const policy = RELEASE_POLICIES.find((each) => each === text("releasePolicy")) ?? "AT_ONCE";
  const times = Array.from({ length: RELEASE_TIMES_MAX }, (_, index) => text(nameOf(index)) ?? "");
  return {
    policy,
    ...(policy === "SCHEDULED" && { times: times.filter(Boolean).map(fromSeoulInput) }),
    ...(policy === "WAITLIST" && { offerMinutes: Number(text("offerMinutes")) }),
  };
}

/** The same where it is other than it was; undefined where nothing is. */
export function releaseChangesIn(text: TextOf, { release: was }: ManagedEventSession) {
  const now = releaseIn(text);
  const textOf = (times: readonly string[] = []) => times.map((at) => toSeoulInput(at)).join(" ");
  const isSame =
    now.policy === was.policy &&
    textOf(now.times) === textOf(was.times) &&
    (now.offerMinutes ?? was.offerMinutes) === was.offerMinutes;
  return isSame ? undefined : now;
}
