import { Button } from "@sightline/ui/button";
import { Section } from "@sightline/ui/section";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ReasonDialog } from "../../components/reason-dialog";
import { askRoleMutation } from "./queries";

/** Asks that a moderator become an admin, or the other way round. */
export function AskRole({ accountId, role }: { accountId: number; role: "moderator" | "admin" }) {
  const { t } = useTranslation("staffAccounts");
  const toast = useToast();
  const ask = useMutation(askRoleMutation());
  const [asking, setAsking] = useState(false);
  const wanted = role === "admin" ? "moderator" : "admin";
  const words = t(wanted === "admin" ? "makeAdmin" : "makeModerator");
  return (
    <Section title={t("role")} lead={t("roleLead")}>
      <Button className="self-start" onPress={() => setAsking(true)}>
        {words}
      </Button>
      {asking && (
        <ReasonDialog
          title={t("roleTitle")}
          help={t("viewHelp")}
          send={words}
          mutation={ask}
          onClose={() => setAsking(false)}
          onSend={(reason) =>
            ask.mutate(
              { accountId, role: wanted, reason },
              {
                onSuccess: () => {
                  toast({ tone: "good", text: t("asked") });
                  setAsking(false);
                },
              },
            )
          }
        />
      )}
    </Section>
  );
}
