"use client";
import { type ComponentProps, type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { classNames } from "../../ui/class-names.ts";
import { Field, Input, Select } from "../../ui/field.tsx";

/** The values of a form whose fields the browser has checked. */
export interface Values {
  readonly number: (name: string) => number;
  readonly text: (name: string) => string;
}

interface EditFormProps {
  /** What the button says. */
  action: string;
  look?: ComponentProps<typeof Button>["look"];
  onSubmit: (values: Values) => void;
  children: ReactNode;
  className?: string;
}

/** A form whose values become one edit. */
export function EditForm({ action, look = "secondary", onSubmit, children, className }: EditFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    onSubmit({ text, number: (name) => Number(text(name)) });
  };
  return (
    <form onSubmit={submit} className={classNames("grid grid-cols-2 items-end gap-3", className)}>
      {children}
      <Button type="submit" look={look} className="col-span-2">
        {action}
      </Button>
    </form>
  );
}

interface NumberFieldProps {
  name: string;
  label: string;
  hint?: string;
  value: number;
  min?: number;
  max?: number;
  step?: number;
}

export function NumberField({ name, label, hint, value, ...range }: NumberFieldProps) {
  return (
    <Field label={label} name={name} hint={hint}>
      {/* Another proposal takes the place of what was typed. */}
      <Input key={value} type="number" inputMode="decimal" required defaultValue={value} {...range} />
    </Field>
  );
}

interface ChoiceFieldProps {
  name: string;
  label: string;
  value?: string;
  options: readonly { readonly value: string; readonly label: string }[];
  className?: string;
}

export function ChoiceField({ name, label, value, options, className = "" }: ChoiceFieldProps) {
  return (
    <Field label={label} name={name} className={className}>
      <Select key={value} defaultValue={value}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
}

interface CommittedFieldProps<Value> {
  label: string;
  value: string;
  /** What is meant by what is typed; undefined where it cannot be used. */
  read: (typed: string) => Value | undefined;
  /** Said where it cannot. */
  error: string;
  onCommit: (value: Value) => void;
  numeric?: boolean;
  maxLength?: number;
}

/** A field that changes what it shows as soon as it is left, or with the enter key. */
export function CommittedField<Value>(props: CommittedFieldProps<Value>) {
  const { label, value, read, error, onCommit, numeric = false, maxLength } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const commit = () => {
    if (typed === null) return;
    const meant = read(typed);
    setWrong(meant === undefined);
    if (meant === undefined) return;
    setTyped(null);
    if (typed !== value) onCommit(meant);
  };
  return (
    <Field label={label} error={isWrong ? error : undefined}>
      <Input
        value={typed ?? value}
        autoComplete="off"
        {...(numeric && { inputMode: "numeric" })}
        {...(maxLength && { maxLength })}
        onValueChange={setTyped}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
        }}
      />
    </Field>
  );
}

/** Something that is opened when it is needed, and not worked out before. */
export function Disclosure({ title, children }: { title: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="border-line border-t pt-1" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="min-h-touch cursor-pointer py-2.5 font-semibold">{title}</summary>
      {isOpen && <div className="pt-1 pb-3">{children}</div>}
    </details>
  );
}
