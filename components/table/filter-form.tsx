"use client";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, LinkButton } from "../ui/button.tsx";
import { Field, Input, Select } from "../ui/field.tsx";
import { FILTER_TEXT_MAX, type Filter } from "./address.ts";

interface FilterFormProps {
  filters: readonly Filter[];
  values: Readonly<Record<string, string>>;
  hrefWith: (changes: Readonly<Record<string, string | undefined>>) => string;
}

/** The filters of a list. A choice or a day applies at once; a text is sent with the button or the enter key. */
export function FilterForm({ filters, values, hrefWith }: FilterFormProps) {
  const t = useTranslations("table");
  const router = useRouter();
  const apply = (form: HTMLFormElement) => {
    const typed = new FormData(form);
    const asked = filters.map(
      ({ name }) => [name, String(typed.get(name) ?? "").trim() || undefined] as const,
    );
    router.push(hrefWith(Object.fromEntries(asked)), { scroll: false });
  };
  const cleared = Object.fromEntries(filters.map(({ name }) => [name, undefined]));
  return (
    <form
      aria-label={t("filters")}
      onSubmit={(event) => {
        event.preventDefault();
        apply(event.currentTarget);
      }}
      className="flex flex-wrap items-start gap-4"
    >
      {filters.map((filter) => (
        <Field
          key={filter.name}
          label={filter.label}
          name={filter.name}
          hint={filter.kind === "text" ? filter.hint : undefined}
          className={filter.kind === "text" ? "min-w-64 flex-1" : "w-full sm:w-44"}
        >
          <Control filter={filter} value={values[filter.name] ?? ""} apply={apply} />
        </Field>
      ))}
      <div className="flex flex-wrap gap-2 self-start sm:mt-7">
        {filters.some(({ kind }) => kind === "text") && (
          <Button type="submit" look="secondary">
            <Search aria-hidden="true" /> {t("apply")}
          </Button>
        )}
        {Object.keys(values).length > 0 && (
          <LinkButton href={hrefWith(cleared)} look="quiet" scroll={false}>
            {t("clear")}
          </LinkButton>
        )}
      </div>
    </form>
  );
}

interface ControlProps {
  filter: Filter;
  value: string;
  apply: (form: HTMLFormElement) => void;
}

function Control({ filter, value, apply }: ControlProps) {
  if (filter.kind === "text")
    return (
      <Input
        type="search"
        maxLength={FILTER_TEXT_MAX}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={value}
      />
    );
  const applyForm = (event: { currentTarget: { form: HTMLFormElement | null } }) =>
    event.currentTarget.form && apply(event.currentTarget.form);
  if (filter.kind === "day") return <Input type="date" defaultValue={value} onBlur={applyForm} />;
  return (
    <Select defaultValue={value} onChange={applyForm}>
      <option value="">{filter.any}</option>
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  );
}
