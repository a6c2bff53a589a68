import type { CaseRow, CasesPage, ModerationFigures } from "@sightline/contract/moderation";
import { EmptyState } from "@sightline/ui/empty-state";
import { FigureRow } from "@sightline/ui/figure-row";
import { RelativeTime } from "@sightline/ui/relative-time";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { caseColumns } from "./case-columns";
import { type CasesWanted, casesQuery, figuresQuery } from "./queries";

export interface BrowseCasesProps {
  wanted: CasesWanted;
  onOpen: (caseId: number) => void;
  onPage: (after: CasesPage["next"]) => void;
}

const caseId = (row: CaseRow) => row.id;

export function BrowseCases({ wanted, onOpen, onPage }: BrowseCasesProps) {
  const { t } = useTranslation("moderation");
  const { data, error, refetch } = useQuery(casesQuery(wanted));
  const { data: figures } = useQuery(figuresQuery);
  const columns = useMemo(() => caseColumns(t), [t]);
  const next = data?.next ?? null;
  return (
    <>
      {figures && <CaseFigures figures={figures} />}
      <Table
        id="cases"
        label={t("label")}
        density="dense"
        columns={columns}
        rows={data?.rows}
        rowId={caseId}
        onOpen={(row) => onOpen(row.id)}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("empty")}>{t("emptyBody")}</EmptyState>}
        paging={{
          onOlder: next === null ? null : () => onPage(next),
          onNewest: wanted.after === undefined ? null : () => onPage(null),
        }}
      />
    </>
  );
}

function CaseFigures({ figures }: { figures: ModerationFigures }) {
  const { t } = useTranslation("moderation");
  const { open, late, oldestDeadlineMs, decided24h, readTwice, agreed } = figures;
  return (
    <FigureRow
      figures={[
        { label: t("open"), value: open, note: t("late", { late }) },
        {
          label: t("deadline"),
          value: oldestDeadlineMs === null ? t("nobody") : <RelativeTime timeMs={oldestDeadlineMs} />,
        },
        { label: t("decided"), value: decided24h },
        {
          label: t("agreement"),
          value: readTwice === 0 ? t("nobody") : `${Math.round((agreed / readTwice) * 100)} %`,
          note: readTwice === 0 ? t("agreementNone") : t("agreementNote", { agreed, total: readTwice }),
        },
      ]}
    />
  );
}
