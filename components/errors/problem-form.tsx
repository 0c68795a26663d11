"use client";
import { Form } from "@base-ui/react/form";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useMemo } from "react";
import { ProblemAlert } from "./problem-alert.tsx";
import { readRefusal } from "./refusal.ts";
import { useProblem } from "./use-problem.ts";

interface ProblemFormProps {
  /** What sending it failed with: told below the button, and at the field that it is about. */
  error: unknown;
  /** The field that a refusal or a part of the request is about, where it is not named like the field. */
  fieldOf?: Readonly<Record<string, string>> | undefined;
  /** @param text what stands in a field, trimmed; undefined where there is nothing */
  onSubmit: (text: (name: string) => string | undefined) => void;
  children: ReactNode;
}

/** Fields that the server judges: what it refuses is shown where it is to be mended, and the cursor put there. */
export function ProblemForm({ error, fieldOf, onSubmit, children }: ProblemFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit((name) => String(form.get(name) ?? "").trim() || undefined);
  };
  return (
    <Form errors={useFieldErrors(error, fieldOf)} onSubmit={submit} className="grid gap-5">
      {children}
      <ProblemAlert error={error} />
    </Form>
  );
}

function useFieldErrors(error: unknown, fieldOf: ProblemFormProps["fieldOf"]): Record<string, string> {
  const t = useTranslations("problem");
  const explain = useProblem();
  // Kept while the error is the same: the form takes a new object for new errors, and forgets what was mended.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another error makes other errors
  return useMemo(() => {
    if (!error) return {};
    const { reason, params } = readRefusal(error);
    const isArgument = reason === "invalid_argument";
    const about = isArgument ? (String(params.path).split(".").at(-1) ?? "") : reason;
    return { [fieldOf?.[about] ?? about]: isArgument ? t("field") : explain(error).text };
  }, [error]);
}
