"use client";
import { Field as BaseField } from "@base-ui/react/field";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

interface FieldProps {
  label: ReactNode;
  hint?: ReactNode | undefined;
  error?: ReactNode | undefined;
  name?: string | undefined;
  disabled?: boolean | undefined;
  /** Beside the label, at the end of its line. */
  aside?: ReactNode | undefined;
  className?: string | undefined;
  children: ReactNode;
}

/**
 * A control with its label, hint and error, which are tied to it for screen readers. The error is the one given, or the
 * one that the form has for the field's name.
 */
export function Field({
  label,
  hint,
  error,
  name,
  disabled = false,
  aside,
  className,
  children,
}: FieldProps) {
  return (
    <BaseField.Root
      {...(name !== undefined && { name })}
      disabled={disabled}
      invalid={Boolean(error)}
      className={classNames("grid gap-1.5", className)}
    >
      <div className="flex items-baseline justify-between gap-3">
        <BaseField.Label className="font-semibold text-[0.9375rem]">{label}</BaseField.Label>
        {aside}
      </div>
      {children}
      {hint && !error && <BaseField.Description className="text-muted text-sm">{hint}</BaseField.Description>}
      <BaseField.Error
        {...(error && { match: true, children: error })}
        className="font-medium text-danger-fg text-sm"
      />
    </BaseField.Root>
  );
}

const controlStyles =
  "min-h-touch w-full rounded-sm border border-line-strong bg-surface px-3 py-2 text-ink placeholder:text-muted data-invalid:border-danger-fg disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted read-only:bg-sunken";

export function Input({
  className,
  ...rest
}: Omit<ComponentProps<typeof BaseField.Control>, "className"> & { className?: string }) {
  return <BaseField.Control {...rest} className={classNames(controlStyles, className)} />;
}

/** A native select, because phones and keyboards handle it well. */
export function Select({
  className,
  children,
  ...rest
}: Omit<ComponentProps<typeof BaseField.Control>, "className" | "render"> & { className?: string }) {
  return (
    <BaseField.Control
      {...rest}
      render={<select>{children}</select>}
      className={classNames(controlStyles, "cursor-pointer read-only:bg-surface", className)}
    />
  );
}

export function Textarea({
  className,
  ...rest
}: Omit<ComponentProps<typeof BaseField.Control>, "className" | "render"> & { className?: string }) {
  return (
    <BaseField.Control
      {...rest}
      render={<textarea rows={4} />}
      className={classNames(controlStyles, className)}
    />
  );
}
