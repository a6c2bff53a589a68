import type { PackagePlanRow } from "@sightline/contract/packages";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { planColumns } from "./plan-columns";
import { plansQuery } from "./queries";

const PlanDialog = lazy(async () => ({ default: (await import("./plan-dialog")).PlanDialog }));

export interface EditPackagesProps {
  /** The form for a new package is open. */
  adding: boolean;
  onAdded: () => void;
}

/** The packages with what each brings in, and the form for each. */
export function EditPackages({ adding, onAdded }: EditPackagesProps) {
  const { t } = useTranslation("staffMoney");
  const { data, error, refetch } = useQuery(plansQuery);
  const [editing, setEditing] = useState<PackagePlanRow | null>(null);
  const columns = useMemo(() => planColumns(t, setEditing), [t]);
  return (
    <>
      <Table
        id="plans"
        label={t("packages.label")}
        density="dense"
        columns={columns}
        rows={data}
        rowId={(plan) => plan.name}
        error={
          data === undefined &&
          error && <LoadError title={t("packages.failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("packages.empty")}>{t("packages.emptyBody")}</EmptyState>}
      />
      <Suspense>
        {editing && <PlanDialog key={editing.name} plan={editing} onClose={() => setEditing(null)} />}
        {adding && <PlanDialog plan={null} onClose={onAdded} />}
      </Suspense>
    </>
  );
}
