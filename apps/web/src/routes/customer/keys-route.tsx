import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiKeyTable } from "../../features/manage-api-keys/api-key-table";
import { SendFirstImage } from "../../features/send-first-image/send-first-image";
import { ShowTestKey } from "../../features/show-test-key/show-test-key";
import { BRAND } from "../../lib/brand";

// Forms bring the schemas along, which reading a page does not need.
const CreateKeyDialog = lazy(async () => ({
  default: (await import("../../features/manage-api-keys/create-key-dialog")).CreateKeyDialog,
}));

export function KeysRoute() {
  const { t } = useTranslation("customer");
  const [creating, setCreating] = useState(false);
  // A key that was just made stands in the commands below until the page is left.
  const [apiKey, setApiKey] = useState<string | null>(null);
  return (
    <PageShell
      title={t("keys.title")}
      lead={t("keys.lead")}
      brand={BRAND}
      primaryAction={
        <Button tone="primary" onPress={() => setCreating(true)}>
          {t("keys.create")}
        </Button>
      }
    >
      <ApiKeyTable />
      <ShowTestKey />
      <SendFirstImage apiKey={apiKey} />
      {creating && (
        <Suspense>
          <CreateKeyDialog onCreated={setApiKey} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </PageShell>
  );
}
