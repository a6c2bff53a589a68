import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { PageShell } from "@sightline/ui/page-shell";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EditPackages } from "../../features/edit-packages/edit-packages";
import { MoneySettings } from "../../features/edit-packages/money-settings";
import { BRAND } from "../../lib/brand";
import { useMe } from "../../lib/me";

export function StaffPackagesRoute() {
  const { t } = useTranslation("staffMoney");
  const isAdmin = useMe().role === "admin";
  const [adding, setAdding] = useState(false);
  return (
    <PageShell
      title={t("packages.title")}
      lead={t("packages.lead")}
      brand={BRAND}
      primaryAction={isAdmin && <Button onPress={() => setAdding(true)}>{t("packages.add")}</Button>}
    >
      {isAdmin ? (
        <>
          <EditPackages adding={adding} onAdded={() => setAdding(false)} />
          <MoneySettings />
        </>
      ) : (
        <Notice tone="info">{t("packages.adminOnly")}</Notice>
      )}
    </PageShell>
  );
}
