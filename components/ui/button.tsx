"use client";
import { cva, type VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps, MouseEvent } from "react";
import { classNames } from "./class-names.ts";
import { Spinner } from "./spinner.tsx";
import { useHydrated } from "./use-hydrated.ts";

export const buttonStyles = cva(
  "inline-flex shrink-0 cursor-pointer select-none items-center justify-center gap-2 rounded-sm border font-semibold leading-tight no-underline transition-[background-color,border-color,color,translate] duration-150 ease-settle active:translate-y-px disabled:cursor-not-allowed disabled:active:translate-y-0 data-disabled:cursor-not-allowed data-disabled:active:translate-y-0 [&_svg]:size-[1.125em] [&_svg]:shrink-0",
  {
    variants: {
      look: {
        primary:
          "border-primary bg-primary text-on-primary hover:border-primary-strong hover:bg-primary-strong data-disabled:border-line data-disabled:bg-sunken data-disabled:text-muted",
        secondary:
          "border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken data-disabled:border-line data-disabled:bg-sunken data-disabled:text-muted",
        quiet: "border-transparent bg-transparent text-ink hover:bg-sunken data-disabled:text-muted",
        danger:
          "border-danger-fg bg-surface text-danger-fg hover:bg-danger-bg data-disabled:border-line data-disabled:text-muted",
      },
      size: {
        medium: "min-h-touch px-4 py-2 text-[0.9375rem]",
        large: "min-h-13 px-6 py-3 text-[1.0625rem]",
        icon: "size-touch p-0",
      },
      wide: { true: "w-full", false: "" },
    },
    defaultVariants: { look: "primary", size: "medium", wide: false },
  },
);

type Look = VariantProps<typeof buttonStyles>;

interface ButtonProps extends ComponentProps<"button">, Look {
  /** The action is running: the button keeps the focus, says so, and ignores a second press. */
  pending?: boolean | undefined;
  /** A disabled one can be reached with the keyboard, so that what it says is read. */
  focusableWhenDisabled?: boolean | undefined;
}

export function Button(props: ButtonProps) {
  const {
    look,
    size,
    wide,
    pending = false,
    disabled = false,
    focusableWhenDisabled = false,
    ...others
  } = props;
  const { className, children, onClick, ...rest } = others;
  const isOff = disabled || pending;
  const keepsFocus = isOff && (pending || focusableWhenDisabled);
  const isHydrated = useHydrated();
  return (
    <button
      type="button"
      {...rest}
      disabled={isOff && !keepsFocus}
      // Before the page has hydrated a press would be lost.
      aria-disabled={keepsFocus || !isHydrated || undefined}
      data-disabled={isOff ? "" : undefined}
      aria-busy={pending || undefined}
      // Nothing is submitted either.
      onClick={keepsFocus ? preventDefault : onClick}
      className={classNames(
        buttonStyles({ look, size, wide }),
        pending && "data-disabled:cursor-progress",
        className,
      )}
    >
      {pending && <Spinner />}
      {children}
    </button>
  );
}

const preventDefault = (event: MouseEvent) => event.preventDefault();

/**
 * Submits a form. It is disabled until the page has hydrated: before that, the browser would send the form itself and
 * put the password into the address.
 */
export function SubmitButton({
  pending,
  disabled = false,
  children,
}: Pick<ButtonProps, "pending" | "disabled" | "children">) {
  const isHydrated = useHydrated();
  return (
    <Button type="submit" size="large" wide pending={pending} disabled={disabled || !isHydrated}>
      {children}
    </Button>
  );
}

type LinkButtonProps = ComponentProps<typeof Link> & Look;

/** A link that looks like a button, for going somewhere; doing something is a Button. */
export function LinkButton({ look, size, wide, className, ...rest }: LinkButtonProps) {
  return <Link {...rest} className={classNames(buttonStyles({ look, size, wide }), className)} />;
}
