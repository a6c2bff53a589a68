import { Button } from "@sightline/ui/button";
import { useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { requestIdOf } from "../lib/server-error";
import { WrongArea } from "../lib/wrong-area";
import { LonePage } from "./lone-page";
import { WrongAreaPage } from "./wrong-area-page";

/** Where a page's failure ends: says what can be done, and the request id when a request had a part in it. */
export function ErrorPage({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const router = useRouter();

  if (error instanceof WrongArea) return <WrongAreaPage me={error.me} area={error.area} />;
  const requestId = requestIdOf(error);
  return (
    <LonePage title={t("error.pageTitle")}>
      <p className="text-text-quiet">{t("error.pageBody")}</p>
      {requestId && (
        <p className="text-13 text-text-quiet">
          {t("ui.requestId")} <code className="font-mono">{requestId}</code>
        </p>
      )}
      <Button tone="primary" onPress={() => void router.invalidate()}>
        {t("ui.retry")}
      </Button>
    </LonePage>
  );
}
