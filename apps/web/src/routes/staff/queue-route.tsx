import { CASE_KIND_NAMES, type CaseKind } from "@sightline/contract/moderation";
import { Button } from "@sightline/ui/button";
import { type HotKey, useHotKeys } from "@sightline/ui/hot-keys";
import { PageShell } from "@sightline/ui/page-shell";
import { Select } from "@sightline/ui/select";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { BrowseCases } from "../../features/moderate-cases/browse-cases";
import { CaseDesk } from "../../features/moderate-cases/case-desk";
import { claimNextMutation, releaseMutation } from "../../features/moderate-cases/queries";
import { type LastVerdict, UndoLine } from "../../features/moderate-cases/undo-line";
import { WaitingElsewhere } from "../../features/moderate-cases/waiting-elsewhere";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

const route = getRouteApi("/staff/queue");

/** The address holds the kind, the page and the open case. */
export function QueueRoute() {
  const { t } = useTranslation("moderation");
  const isAdmin = useMe().role === "admin";
  const { case: openedId, kind, afterMs, afterId } = route.useSearch();
  const navigate = route.useNavigate();
  const toast = useToast();
  const [last, setLast] = useState<LastVerdict | null>(null);
  const claimNext = useMutation(claimNextMutation());
  const release = useMutation(releaseMutation());
  const filter = useMemo(() => (kind === undefined ? {} : { kind }), [kind]);

  const open = useCallback(
    (caseId: number) => void navigate({ search: { ...filter, case: caseId } }),
    [filter, navigate],
  );
  const { mutate: claim } = claimNext;
  const takeNext = useCallback(
    () =>
      claim(filter, {
        onSuccess: (caseId) => {
          if (caseId !== null) return open(caseId);
          toast({ tone: "good", text: t("none") });
          void navigate({ search: filter });
        },
      }),
    [claim, filter, navigate, open, t, toast],
  );
  const keys = useMemo<HotKey[]>(() => [{ keys: "n", label: t("keys.next"), run: takeNext }], [t, takeNext]);
  useHotKeys(keys);

  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      primaryAction={
        openedId === undefined ? (
          <Button tone="primary" isPending={claimNext.isPending} onPress={takeNext}>
            {t("next")}
          </Button>
        ) : (
          <Button
            onPress={() => {
              release.mutate({ caseId: openedId });
              void navigate({ search: filter });
            }}
          >
            {t("back")}
          </Button>
        )
      }
      filters={
        openedId === undefined && (
          <Select
            label={t("kind")}
            value={kind ?? "all"}
            onChange={(chosen: CaseKind | "all") =>
              void navigate({ search: chosen === "all" ? {} : { kind: chosen } })
            }
            options={[
              { value: "all" as const, label: t("allKinds") },
              ...CASE_KIND_NAMES.map((each) => ({ value: each, label: t(`kinds.${each}`) })),
            ]}
          />
        )
      }
    >
      {isAdmin && openedId === undefined && <WaitingElsewhere />}
      {last && <UndoLine key={last.undoUntilMs} last={last} onUndone={open} />}
      {openedId === undefined ? (
        <BrowseCases
          wanted={{
            ...filter,
            ...(afterMs !== undefined &&
              afterId !== undefined && { after: { deadlineMs: afterMs, id: afterId } }),
          }}
          onOpen={open}
          onPage={(after) =>
            void navigate({
              search: after ? { ...filter, afterMs: after.deadlineMs, afterId: after.id } : filter,
            })
          }
        />
      ) : (
        <CaseDesk
          key={openedId}
          caseId={openedId}
          onDecided={(caseId, reply) => {
            setLast({ ...reply, caseId });
            takeNext();
          }}
        />
      )}
    </PageShell>
  );
}
