"use client";
import { useTranslations } from "next-intl";

interface SearchOrdersProps {
  typed: string;
  onType: (typed: string) => void;
}

/** The field by which a buyer finds an order. */
export function SearchOrders({ typed, onType }: SearchOrdersProps) {
  const t = useTranslations("order.search");
  return (
    <search>
      {/* Before the page runs in the browser it is a form as any other, which goes to the same address. */}
      <form onSubmit={(event) => event.preventDefault()}>
        <input
          type="search"
          name="q"
          value={typed}
          onChange={({ target }) => onType(target.value)}
          maxLength={120}
          placeholder={t("hint")}
          aria-label={t("label")}
          autoComplete="off"
          className="min-h-touch w-full rounded-sm border border-line-strong bg-surface px-3 text-ink placeholder:text-muted"
        />
      </form>
    </search>
  );
}
