"use client";
import { Form } from "@base-ui/react/form";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useState } from "react";
import { ProblemAlert } from "./problem-alert.tsx";
import { type Refusal, readRefusal } from "./refusal.ts";
import { useProblem } from "./use-problem.ts";

/** The trimmed value of a field; undefined when it is empty. */
export type TextOf = (name: string) => string | undefined;

interface ProblemFormProps {
  /** The error of the submission, shown below the button and at the field that caused it. */
  error: unknown;
  /** The field for a refusal's reason or a part of the request, where the names differ. */
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** The button to show for a refusal that changing the form cannot resolve, by its reason. */
  actions?: Readonly<Partial<Record<Refusal["reason"], ReactNode>>> | undefined;
  onSubmit: (text: TextOf) => void;
  children: ReactNode;
}

/** A form validated by the server: a refusal is shown at its field, which takes the focus. */
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

/** Returns the same object until the next error, because the form moves the focus whenever the object changes. */
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
    // A named rule has a sentence of its own; other invalid values have none.
    const isUnexplained = isArgument && params.rule === undefined;
    const text = isUnexplained ? t(sent?.(field) ? "field" : "missing") : explain(error).text;
    setTold({ error, errors: { [field]: text } });
  }
  return told.errors;
}
