import type { ApiKeyRow } from "@sightline/contract/api-keys";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { apiKeyColumns } from "./api-key-columns";
import { apiKeysQuery } from "./queries";
import { RevokeKeyDialog } from "./revoke-key-dialog";

// It brings forms along, which reading the list does not need.
const KeyPanel = lazy(async () => ({ default: (await import("./key-panel")).KeyPanel }));

const keyId = (row: ApiKeyRow) => row.id;

export function ApiKeyTable() {
  const { t } = useTranslation("customer");
  const { data, error, refetch } = useQuery(apiKeysQuery);
  const [revoking, setRevoking] = useState<ApiKeyRow | null>(null);
  const [openId, setOpenId] = useState<number | null>(null);
  const open = data?.find((row) => row.id === openId);
  const columns = useMemo(() => apiKeyColumns(t, setRevoking), [t]);
  return (
    <>
      <Table
        id="api-keys"
        label={t("keys.label")}
        columns={columns}
        rows={data}
        rowId={keyId}
        error={
          data === undefined &&
          error && <LoadError title={t("keys.failed")} error={error} onRetry={refetch} />
        }
        onOpen={(row) => setOpenId(row.id)}
        tools={false}
        empty={<EmptyState title={t("keys.empty")}>{t("keys.emptyBody")}</EmptyState>}
      />
      {open && (
        <Suspense>
          <KeyPanel row={open} onClose={() => setOpenId(null)} />
        </Suspense>
      )}
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
