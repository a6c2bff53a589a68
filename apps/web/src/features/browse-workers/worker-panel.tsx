import type { KindScore } from "@sightline/contract/score";
import type { StaffWorkerDetail } from "@sightline/contract/staff-workers";
import { Button } from "@sightline/ui/button";
import { Facts } from "@sightline/ui/figure-row";
import { Money } from "@sightline/ui/money";
import { Section } from "@sightline/ui/section";
import { SidePanel } from "@sightline/ui/side-panel";
import { LoadingBlock } from "@sightline/ui/skeleton";
import { useQuery } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { KindScoreTable } from "../../components/kind-score-table";
import { LoadError } from "../../components/load-error";
import { ScoreChangeTable } from "../../components/score-change-table";
import { useMe } from "../../lib/me";
import { ChangeKindDialog } from "./change-kind-dialog";
import { workerQuery } from "./queries";

export function WorkerPanel({ workerId, onClose }: { workerId: number; onClose: () => void }) {
  const { t } = useTranslation("workers");
  const { data, error, refetch } = useQuery(workerQuery(workerId));
  return (
    <SidePanel title={data?.email ?? t("panelTitle", { id: workerId })} isOpen onClose={onClose}>
      {data ? (
        <WorkerDetail worker={data} />
      ) : error ? (
        <LoadError title={t("workerFailed")} error={error} onRetry={refetch} />
      ) : (
        <LoadingBlock lines={8} />
      )}
    </SidePanel>
  );
}

function WorkerDetail({ worker }: { worker: StaffWorkerDetail }) {
  const { t } = useTranslation(["workers", "score"]);
  const isAdmin = useMe().role === "admin";
  const [changing, setChanging] = useState<KindScore | null>(null);
  const act = useCallback(
    (row: KindScore) => (
      <Button
        size="small"
        aria-label={t("change", { kind: t(`score:kinds.${row.kind}`) })}
        onPress={() => setChanging(row)}
      >
        {t("changeShort")}
      </Button>
    ),
    [t],
  );
  return (
    <>
      <Facts
        facts={[
          { label: t("pending"), value: <Money micros={worker.pendingMicros} /> },
          { label: t("available"), value: <Money micros={worker.availableMicros} /> },
          { label: t("answered"), value: worker.answered7d },
        ]}
      />
      <Section title={t("signals")}>
        {worker.evidence.length === 0 ? (
          <p className="text-text-quiet">{t("noSignals")}</p>
        ) : (
          <Facts
            prose
            facts={worker.evidence.map(({ signal, ...figures }) => ({
              label: t(`signal.${signal}`),
              value: t(`evidence.${signal}`, figures),
            }))}
          />
        )}
      </Section>
      <Section title={t("measures")}>
        <KindScoreTable id="worker-kinds" rows={worker.kinds} {...(isAdmin && { act })} />
      </Section>
      <Section title={t("linked")}>
        {worker.linked.length === 0 ? (
          <p className="text-text-quiet">{t("noLinked")}</p>
        ) : (
          <Facts
            facts={worker.linked.map(({ accountId, email, role, by }) => ({
              label: `${role} ${accountId}`,
              value: `${email} (${by.map((sort) => t(`by.${sort}`)).join(", ")})`,
            }))}
          />
        )}
      </Section>
      <Section title={t("changes")}>
        <ScoreChangeTable rows={worker.changes} />
      </Section>
      {changing && (
        <ChangeKindDialog
          workerId={worker.accountId}
          score={changing}
          evidence={worker.evidence}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}
