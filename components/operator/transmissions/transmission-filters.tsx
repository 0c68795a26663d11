"use client";
import { Search } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { DestinationName, type TransmissionFilter } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { useStateName } from "../../states/use-state-name.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { hrefOf, readFilter } from "./filter.ts";

/** The list's filter. It is kept in the address, so that a shared link shows the same list. */
export function TransmissionFilters({ filter }: { filter: TransmissionFilter }) {
  return (
    <div className="grid gap-4">
      <StatusFilter filter={filter} />
      <Narrowing key={hrefOf(filter)} filter={filter} />
    </div>
  );
}

function StatusFilter({ filter }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission");
  const nameState = useStateName();
  return (
    <nav aria-label={t("statusFilter")} className="flex flex-wrap gap-2">
      {[undefined, ...transmissionMachine.states].map((status) => (
        <Link
          key={status ?? "any"}
          href={hrefOf({ ...filter, status })}
          scroll={false}
          aria-current={filter.status === status ? "true" : undefined}
          className="inline-flex min-h-touch items-center rounded-sm border border-line-strong bg-surface px-3.5 font-semibold text-[0.9375rem] no-underline hover:border-ink aria-[current=true]:border-primary aria-[current=true]:bg-primary-soft aria-[current=true]:text-primary"
        >
          {status ? nameState(transmissionMachine, status) : t("anyStatus")}
        </Link>
      ))}
    </nav>
  );
}

/** The search is sent with the button or the enter key; choosing a destination applies at once. */
function Narrowing({ filter }: { filter: TransmissionFilter }) {
  const t = useTranslations("transmission");
  const tDestination = useTranslations("destination");
  const router = useRouter();
  const narrow = (form: HTMLFormElement) => {
    const asked = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
    router.push(hrefOf({ ...readFilter(asked), status: filter.status }), { scroll: false });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    narrow(event.currentTarget);
  };
  return (
    <form onSubmit={submit} className="grid items-start gap-4 sm:grid-cols-[13rem_1fr]">
      <Field label={t("destinationFilter")} name="destination">
        <Select
          defaultValue={filter.destination ?? ""}
          onChange={(event) => narrow(event.currentTarget.form as HTMLFormElement)}
        >
          <option value="">{t("anyDestination")}</option>
          {DestinationName.options.map((name) => (
            <option key={name} value={name}>
              {tDestination(name)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("searchFor")} name="search" hint={t("searchHint")}>
        <div className="flex gap-2">
          <Input
            type="search"
            maxLength={200}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={filter.search ?? ""}
          />
          <Button type="submit" look="secondary">
            <Search aria-hidden="true" /> {t("searchGo")}
          </Button>
        </div>
      </Field>
    </form>
  );
}
