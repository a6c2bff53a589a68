import type { RecognitionRow } from "@sightline/contract/recognition";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { useTeamMay } from "../../lib/team";
import { recognitionQuery } from "./queries";
import { recognitionColumns } from "./recognition-columns";

// The form brings the schemas along, which reading the page does not need.
const RecognitionDialog = lazy(async () => ({
  default: (await import("./recognition-dialog")).RecognitionDialog,
}));

const kindOf = (row: RecognitionRow) => row.kind;

export function RecognitionTable() {
  const { t } = useTranslation("recognition");
  const { data, error, refetch } = useQuery(recognitionQuery);
  const [changing, setChanging] = useState<RecognitionRow | null>(null);
  const mayChange = useTeamMay("programs_change");
  const columns = useMemo(() => recognitionColumns(t, mayChange ? setChanging : null), [t, mayChange]);
  return (
    <>
      <Table
        id="recognition"
        label={t("label")}
        columns={columns}
        rows={data}
        rowId={kindOf}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        tools={false}
        empty={<EmptyState title={t("none")} />}
      />
      {changing && (
        <Suspense>
          <RecognitionDialog row={changing} onClose={() => setChanging(null)} />
        </Suspense>
      )}
    </>
  );
}
