import type { Me } from "@sightline/contract/session";
import { Button } from "@sightline/ui/button";
import { PageShell } from "@sightline/ui/page-shell";
import { useTranslation } from "react-i18next";
import { PublicFrame } from "../../components/public-frame";
import { ShownKey } from "../../components/shown-key";
import { SendFirstImage } from "../../features/send-first-image/send-first-image";
import { BRAND } from "../../lib/brand";
import { useEnter } from "./use-enter";

/** After a customer's sign-up: the first key, the one time it can be seen, and what to do with it. */
export function WelcomePage({ me, apiKey }: { me: Me; apiKey: string }) {
  const { t } = useTranslation("public");
  const enter = useEnter();
  return (
    <PublicFrame links={false}>
      <PageShell
        title={t("welcome.title", { name: me.name })}
        lead={t("welcome.lead")}
        brand={BRAND}
        width="text"
        primaryAction={
          <Button tone="primary" onPress={() => enter(me)}>
            {t("welcome.onward")}
          </Button>
        }
      >
        <ShownKey apiKey={apiKey} />
        <SendFirstImage apiKey={apiKey} />
      </PageShell>
    </PublicFrame>
  );
}
