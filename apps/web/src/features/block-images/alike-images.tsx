import type { AlikeImages as Group } from "@sightline/contract/images";
import { Button } from "@sightline/ui/button";
import { EmptyState } from "@sightline/ui/empty-state";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LoadError } from "../../components/load-error";
import { BlockImageDialog } from "./block-image-dialog";
import { alikeQuery, dismissAlikeMutation } from "./queries";

/** Groups of unreadable pictures that look alike: staff block single ones or let the group be. */
export function AlikeImages() {
  const { t } = useTranslation("images");
  const { data, error, refetch } = useQuery(alikeQuery);
  const [blocking, setBlocking] = useState<number | null>(null);
  return (
    <Section title={t("staff.alike")} lead={t("staff.alikeLead")}>
      {data === undefined && error && (
        <LoadError title={t("staff.alikeFailed")} error={error} onRetry={refetch} />
      )}
      {data?.length === 0 && (
        <div className="rounded-10 border border-line bg-surface">
          <EmptyState title={t("staff.alikeEmpty")} />
        </div>
      )}
      {data?.map((group) => (
        <AlikeGroup key={group.rows[0]?.taskId} group={group} onBlock={setBlocking} />
      ))}
      {blocking !== null && <BlockImageDialog taskId={blocking} onClose={() => setBlocking(null)} />}
    </Section>
  );
}

function AlikeGroup({ group, onBlock }: { group: Group; onBlock: (taskId: number) => void }) {
  const { t } = useTranslation("images");
  const toast = useToast();
  const dismiss = useMutation(dismissAlikeMutation());
  const accounts = [...new Set(group.rows.map(({ email, accountId }) => email ?? String(accountId)))];
  const letBe = () =>
    dismiss.mutate(
      { taskIds: group.rows.map(({ taskId }) => taskId) },
      {
        onSuccess: () => toast({ tone: "good", text: t("staff.dismissed") }),
        onError: () => toast({ tone: "bad", text: t("staff.failed") }),
      },
    );
  return (
    <article className="flex flex-col gap-3 rounded-10 border border-line bg-surface p-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 break-words">
          <strong>{t("staff.group", { count: group.rows.length })}</strong>{" "}
          {t("staff.groupFrom", { accounts: accounts.join(", ") })}
        </p>
        <Button size="small" isPending={dismiss.isPending} onPress={letBe}>
          {t("staff.dismiss")}
        </Button>
      </header>
      <ul className="flex flex-wrap gap-3">
        {group.rows.map(({ taskId, imageUrl }) => (
          <li key={taskId} className="flex flex-col items-center gap-2 rounded-6 bg-neutral-ground p-2">
            {imageUrl === null ? (
              <span className="flex h-16 items-center text-text-quiet">{t("customer.gone")}</span>
            ) : (
              <img
                src={imageUrl}
                alt={t("customer.pictureOf", { id: taskId })}
                loading="lazy"
                className="h-16 max-w-40 object-contain"
              />
            )}
            <Button
              size="small"
              aria-label={t("staff.blockOf", { id: taskId })}
              onPress={() => onBlock(taskId)}
            >
              {t("staff.block")}
            </Button>
          </li>
        ))}
      </ul>
    </article>
  );
}
