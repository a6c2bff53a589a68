import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { Select } from "@sightline/ui/select";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AddGoldDialog } from "../../features/keep-gold/add-gold-dialog";
import { KeepGold } from "../../features/keep-gold/keep-gold";
import { BRAND } from "../../lib/brand";

const route = getRouteApi("/staff/gold");
const STATES = ["in_use", "proposed", "retired"] as const;

/** The address holds the state and the page. */
export function GoldRoute() {
  const { t } = useTranslation("gold");
  const { state, before } = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const here = state === undefined ? {} : { state };
  return (
    <PageShell
      title={t("title")}
      lead={t("lead")}
      brand={BRAND}
      primaryAction={
        <Button tone="primary" onPress={() => setAdding(true)}>
          {t("add")}
        </Button>
      }
      filters={
        <Select
          label={t("state")}
          value={state ?? "in_use"}
          onChange={(chosen: (typeof STATES)[number]) => void navigate({ search: { state: chosen } })}
          options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        />
      }
    >
      <KeepGold
        wanted={{ state, before }}
        onPage={(next) => void navigate({ search: next === undefined ? here : { ...here, before: next } })}
      />
      {adding && <AddGoldDialog onClose={() => setAdding(false)} />}
    </PageShell>
  );
}
