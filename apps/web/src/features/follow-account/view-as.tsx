import type { Role } from "@sightline/contract/roles";
import { Button } from "@sightline/ui/button";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonDialog } from "../../components/reason-dialog";
import { trpc } from "../../lib/trpc";

/** Opens the pages of a customer or a worker for this session, read-only. */
export function ViewAs({ account }: { account: { accountId: number; email: string; role: Role } }) {
  const { t } = useTranslation("staffAccounts");
  const [asking, setAsking] = useState(false);
  const start = useMutation(
    trpc.impersonation.start.mutationOptions({
      // A whole load: nothing that the admin saw may stay in this window.
      onSuccess: () => window.location.assign(account.role === "worker" ? "/work/earnings" : "/app"),
    }),
  );
  return (
    <>
      <Button className="self-start" onPress={() => setAsking(true)}>
        {t("view")}
      </Button>
      {asking && (
        <ReasonDialog
          title={t("viewTitle", { who: account.email })}
          help={t("viewHelp")}
          send={t("view")}
          mutation={start}
          onClose={() => setAsking(false)}
          onSend={(reason) => start.mutate({ accountId: account.accountId, reason })}
        >
          <p>{t("viewBody")}</p>
        </ReasonDialog>
      )}
    </>
  );
}
