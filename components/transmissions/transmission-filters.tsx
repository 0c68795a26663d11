"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { DestinationName, type TransmissionFilter } from "#server/transmissions/contract.ts";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";

interface TransmissionFiltersProps {
  filter: TransmissionFilter;
  onChange: (filter: TransmissionFilter) => void;
}

export function TransmissionFilters({ filter, onChange }: TransmissionFiltersProps) {
  const t = useTranslations();
  const change = (part: TransmissionFilter) => onChange({ ...filter, ...part });
  return (
    <form
      className="grid items-end gap-3 sm:grid-cols-[10rem_12rem_1fr_auto]"
      onSubmit={(event) => {
        event.preventDefault();
        const search = String(new FormData(event.currentTarget).get("search")).trim();
        change({ search: search || undefined });
      }}
    >
      <Select
        label={t("transmission.statusLabel")}
        value={filter.status ?? ""}
        onChange={(status) => change({ status: status || undefined })}
        options={[
          { value: "", label: t("transmission.anyStatus") },
          ...transmissionMachine.states.map((value) => ({ value, label: t(`state.transmission.${value}`) })),
        ]}
      />
      <Select
        label={t("transmission.destinationLabel")}
        value={filter.destination ?? ""}
        onChange={(destination) => change({ destination: destination || undefined })}
        options={[
          { value: "", label: t("transmission.anyDestination") },
          ...DestinationName.options.map((value) => ({
            value,
            label: t(`transmission.destination.${value}`),
          })),
        ]}
      />
      <Field label={t("transmission.searchLabel")} name="search">
        <Input name="search" defaultValue={filter.search ?? ""} spellCheck={false} autoComplete="off" />
      </Field>
      <Button type="submit" look="secondary">
        <Search aria-hidden="true" /> {t("transmission.search")}
      </Button>
    </form>
  );
}
