import { Button } from "@sightline/ui/button";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { proveMutation } from "./queries";

export function ProveButton() {
  const { t } = useTranslation("staffMoney");
  const toast = useToast();
  const prove = useMutation(proveMutation());
  const run = () =>
    prove.mutate(undefined, {
      onSuccess: () => toast({ tone: "good", text: t("proof.proved") }),
      onError: () => toast({ tone: "bad", text: t("proof.proveFailed") }),
    });
  return (
    <Button tone="primary" onPress={run} isPending={prove.isPending}>
      {t("proof.now")}
    </Button>
  );
}
