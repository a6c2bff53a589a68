import type { StaffSiteRow } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { useToast } from "@sightline/ui/toast";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { decideSiteMutation } from "./queries";

/** A site that waits can be approved or refused, one that is decided the other way round. */
export function DecisionButtons({ site, onRefuse }: { site: StaffSiteRow; onRefuse: () => void }) {
  const { t } = useTranslation("staffSites");
  const toast = useToast();
  const decide = useMutation(decideSiteMutation());
  const approve = () =>
    decide.mutate(
      { id: site.id, verdict: "approve" },
      {
        onSuccess: () => toast({ tone: "good", text: t("approved") }),
        onError: () => toast({ tone: "bad", text: t("decideFailed") }),
      },
    );
  const mayApprove = site.state === "waiting" || site.state === "refused";
  return (
    <span className="inline-flex flex-col items-end gap-2 py-1 @sm:flex-row @md:py-0">
      {mayApprove && (
        <Button
          size="small"
          tone="primary"
          isPending={decide.isPending}
          aria-label={t("approveOf", { host: site.host })}
          onPress={approve}
        >
          {t("approve")}
        </Button>
      )}
      {site.state !== "refused" && site.state !== "unproved" && (
        <Button size="small" aria-label={t("refuseOf", { host: site.host })} onPress={onRefuse}>
          {t("refuse")}
        </Button>
      )}
    </span>
  );
}
