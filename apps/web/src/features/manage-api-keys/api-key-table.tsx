import type { ApiKeyRow } from "@sightline/contract/customer";
import { EmptyState } from "@sightline/ui/empty-state";
import { Table } from "@sightline/ui/table";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { apiKeyColumns } from "./api-key-columns";
import { apiKeysQuery } from "./queries";
import { RevokeKeyDialog } from "./revoke-key-dialog";

const keyId = (row: ApiKeyRow) => row.id;

export function ApiKeyTable() {
  const { t } = useTranslation("customer");
  const { data, error, refetch } = useQuery(apiKeysQuery);
  const [revoking, setRevoking] = useState<ApiKeyRow | null>(null);
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
        tools={false}
        empty={<EmptyState title={t("keys.empty")}>{t("keys.emptyBody")}</EmptyState>}
      />
      {revoking && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}
