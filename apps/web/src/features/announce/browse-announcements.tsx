import type { AnnouncementRow } from "@sightline/contract/announcements";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { announcementColumns, type Listed } from "./announcement-columns";
import { announcementsQuery, undoMutation, withdrawMutation } from "./queries";

const versionId = ({ id, version }: Listed) => `${id}.${version}`;

export function BrowseAnnouncements({ onEdit }: { onEdit: (row: AnnouncementRow) => void }) {
  const { t } = useTranslation("announcements");
  const toast = useToast();
  const { data, error, refetch } = useQuery(announcementsQuery);
  const { mutate: undo } = useMutation(undoMutation());
  const { mutate: withdraw } = useMutation(withdrawMutation());
  const rows = useMemo(
    () => data?.map((row, at) => ({ ...row, isLatest: data[at - 1]?.id !== row.id })),
    [data],
  );
  const columns = useMemo(() => {
    const says = (done: string) => ({
      onSuccess: () => toast({ tone: "good", text: done }),
      onError: () => toast({ tone: "bad", text: t("changeFailed") }),
    });
    return announcementColumns(t, (row) => (
      <span className="flex flex-wrap justify-end gap-2 py-1">
        <Button size="small" aria-label={t("editOf", { id: row.id })} onPress={() => onEdit(row)}>
          {t("edit")}
        </Button>
        <Button
          size="small"
          aria-label={t("undoOf", { id: row.id, version: row.version })}
          onPress={() => undo({ id: row.id, version: row.version }, says(t("undone")))}
        >
          {t("undo")}
        </Button>
        {row.text !== null && (
          <Button
            size="small"
            aria-label={t("withdrawOf", { id: row.id })}
            onPress={() => withdraw({ id: row.id, version: row.version }, says(t("withdrawnNow")))}
          >
            {t("withdraw")}
          </Button>
        )}
      </span>
    ));
  }, [t, toast, undo, withdraw, onEdit]);
  return (
    <Table
      id="announcements"
      label={t("list")}
      density="dense"
      columns={columns}
      rows={rows}
      rowId={versionId}
      error={data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />}
      empty={<EmptyState title={t("empty")} />}
    />
  );
}
