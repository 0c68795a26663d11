"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { DepartmentCard } from "./department-card.tsx";

/** Who belongs to which department. */
export function DepartmentsPage() {
  const t = useTranslations("departments");
  const trpc = useTRPC();
  const { data, error } = useQuery(trpc.notifications.departments.queryOptions({}, { staleTime: 0 }));
  if (!data) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="list" />;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ProblemAlert error={error} />
      <ul className="grid gap-4 lg:grid-cols-2">
        {data.departments.map((department) => (
          <DepartmentCard key={department.department} {...department} staff={data.staff} />
        ))}
      </ul>
    </>
  );
}
