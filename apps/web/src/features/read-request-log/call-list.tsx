import type { LoggedCall } from "@sightline/contract/request-log";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { ButtonLink, TextLink } from "@sightline/ui/text-link";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { callColumns } from "./call-columns";
import { type CallsWanted, callsQuery } from "./queries";

export interface CallListProps {
  wanted: CallsWanted;
  live: boolean;
  onOpen: (id: string) => void;
  onPage: (before: string | undefined) => void;
  onShowAll: () => void;
}

const callId = (call: LoggedCall) => call.id;

export function CallList({ wanted, live, onOpen, onPage, onShowAll }: CallListProps) {
  const { t } = useTranslation("requestLog");
  const { data, error, refetch } = useQuery(callsQuery(wanted, live));
  const columns = useMemo(() => callColumns(t), [t]);
  const nextBefore = data?.nextBefore ?? null;
  const filtered = Object.keys(wanted).length > 0;
  return (
    <>
      <Table
        id="request-log"
        label={t("label")}
        columns={columns}
        rows={data?.calls}
        rowId={callId}
        onOpen={(call) => onOpen(call.id)}
        density="dense"
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={
          filtered ? (
            <EmptyState title={t("emptyFilter")} action={<Button onPress={onShowAll}>{t("showAll")}</Button>}>
              {t("emptyFilterBody")}
            </EmptyState>
          ) : (
            <EmptyState
              title={t("empty")}
              action={
                <ButtonLink href="/app/keys" tone="primary">
                  {t("emptyAction")}
                </ButtonLink>
              }
            >
              {data?.keptDays === 0 ? t("leadOff") : t("emptyBody")}
            </EmptyState>
          )
        }
        paging={{
          onOlder: nextBefore === null ? null : () => onPage(nextBefore),
          onNewest: wanted.before === undefined ? null : () => onPage(undefined),
        }}
      />
      {data !== undefined && data.keptDays > 0 && (
        <p className="text-13 text-text-quiet">
          {t("kept", { count: data.keptDays })} <TextLink href="/app/settings">{t("keptChange")}</TextLink>
        </p>
      )}
    </>
  );
}
