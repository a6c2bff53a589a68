import { Button } from "@sightline/ui/button";
import { Notice } from "@sightline/ui/notice";
import { RelativeTime } from "@sightline/ui/relative-time";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMe } from "../lib/me";
import { addText } from "../lib/text";
import { trpc } from "../lib/trpc";
import { staffAccountsText } from "../text/staff-accounts";

addText("staffAccounts", staffAccountsText);

/** On every page that an admin looks at as somebody else: whose it is, that it cannot be changed, and the way back. */
export function ViewingNotice() {
  const { t } = useTranslation("staffAccounts");
  const { email, accountId, viewing } = useMe();
  const stop = useMutation(
    trpc.impersonation.stop.mutationOptions({
      onSuccess: () => window.location.assign(`/staff/accounts?account=${accountId}`),
    }),
  );
  if (viewing === undefined) return null;
  return (
    <div className="px-4 pt-4 md:px-8">
      <Notice tone="wait">
        <div className="flex flex-wrap items-center gap-3">
          <p role="status">
            {t("viewing", { email, byEmail: viewing.byEmail })} {t("ends")}{" "}
            <RelativeTime timeMs={viewing.untilMs} focusable />
          </p>
          <Button size="small" isPending={stop.isPending} onPress={() => stop.mutate()}>
            {t("stop")}
          </Button>
        </div>
      </Notice>
    </div>
  );
}
