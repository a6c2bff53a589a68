import type { CallbackDelivery } from "@sightline/contract/callbacks";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { Table } from "@sightline/ui/table";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { deliveryColumns } from "./delivery-columns";
import { type DeliveriesWanted, deliveriesQuery, resendMutation } from "./queries";

export interface DeliveryListProps {
  wanted: DeliveriesWanted;
  mayResend: boolean;
  filter: ReactNode;
  onPage: (before: number | undefined) => void;
}

const deliveryId = (row: CallbackDelivery) => row.taskId;

export function DeliveryList({ wanted, mayResend, filter, onPage }: DeliveryListProps) {
  const { t } = useTranslation("callbacks");
  const toast = useToast();
  const { data, error, refetch } = useQuery(deliveriesQuery(wanted));
  const resend = useMutation(resendMutation());
  const columns = useMemo(() => {
    const send = ({ taskId }: CallbackDelivery) =>
      resend.mutate(
        { taskId },
        {
          onSuccess: () => toast({ tone: "good", text: t("resent") }),
          onError: () => toast({ tone: "bad", text: t("actFailed") }),
        },
      );
    return deliveryColumns(t, mayResend ? send : null);
  }, [t, toast, resend, mayResend]);
  const nextBefore = data?.nextBefore ?? null;
  return (
    <Section title={t("deliveries")} action={filter}>
      <Table
        id="callback-deliveries"
        label={t("deliveriesLabel")}
        columns={columns}
        rows={data?.rows}
        rowId={deliveryId}
        error={
          data === undefined && error && <LoadError title={t("failed")} error={error} onRetry={refetch} />
        }
        empty={<EmptyState title={t("noDeliveries")}>{t("noDeliveriesBody")}</EmptyState>}
        paging={{
          onOlder: nextBefore === null ? null : () => onPage(nextBefore),
          onNewest: wanted.before === undefined ? null : () => onPage(undefined),
        }}
      />
    </Section>
  );
}
