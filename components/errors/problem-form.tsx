"use client";
import { Form } from "@base-ui/react/form";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { ProblemAlert } from "./problem-alert.tsx";
import { readRefusal } from "./refusal.ts";
import { useProblem } from "./use-problem.ts";

/** What stands in a field, trimmed; undefined where there is nothing. */
export type TextOf = (name: string) => string | undefined;

interface ProblemFormProps {
  /** What sending it failed with: told below the button, and at the field that it is about. */
  error: unknown;
  /** The field that a refusal or a part of the request is about, where it is not named like the field. */
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** What to press next, by the reason of a refusal that no other entry mends. */
  actions?: Readonly<Record<string, ReactNode>> | undefined;
  onSubmit: (text: TextOf) => void;
  children: ReactNode;
}

/** Fields that the server judges: what it refuses is shown where it is to be mended, and the cursor put there. */
export function ProblemForm({ error, fieldOf, actions, onSubmit, children }: ProblemFormProps) {
  const [sent, setSent] = useState<TextOf>();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text: TextOf = (name) => String(form.get(name) ?? "").trim() || undefined;
    setSent(() => text);
    onSubmit(text);
  };
  return (
    <Form
      errors={useFieldErrors({ error, fieldOf, sent })}
      method="post"
      onSubmit={submit}
      className="grid gap-5"
    >
      {children}
      <ProblemAlert error={error} action={error ? actions?.[readRefusal(error).reason] : undefined} />
    </Form>
  );
}

interface Refused extends Pick<ProblemFormProps, "error" | "fieldOf"> {
  sent: TextOf | undefined;
}

/** Stays the same object until the next error: the form takes another for something new to put the cursor at. */
function useFieldErrors({ error, fieldOf, sent }: Refused): Record<string, string> {
  const t = useTranslations("problem");
  const explain = useProblem();
  const [told, setTold] = useState<{ error: unknown; errors: Record<string, string> }>({
    error: null,
    errors: {},
  });
  if (error && error !== told.error) {
    const { reason, params } = readRefusal(error);
    const isArgument = reason === "invalid_argument";
    const about = isArgument ? (String(params.path).split(".").at(-1) ?? "") : reason;
    const field = fieldOf?.[about] ?? about;
    // A rule of the field has a sentence of its own, which names it; anything else that does not fit has none.
    const isUnexplained = isArgument && params.rule === undefined;
    const text = isUnexplained ? t(sent?.(field) ? "field" : "missing") : explain(error).text;
    setTold({ error, errors: { [field]: text } });
  }
  return told.errors;
}
