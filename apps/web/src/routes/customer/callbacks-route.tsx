import type { DeliveryState } from "@sightline/contract/callbacks";
import { PageShell } from "@sightline/ui/page-shell";
import { Select } from "@sightline/ui/select";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { DeliveryList } from "../../features/manage-callbacks/delivery-list";
import { EndpointList } from "../../features/manage-callbacks/endpoint-list";
import { SignatureSecret } from "../../features/manage-callbacks/signature-secret";
import { TestCall } from "../../features/manage-callbacks/test-call";
import { BRAND } from "../../lib/brand";
import { useTeamMay } from "../../lib/team";
import { addText } from "../../lib/text";
import { callbacksText } from "../../text/callbacks";

addText("callbacks", callbacksText);
const route = getRouteApi("/app/callbacks");
const STATES = ["waiting", "due", "delivered", "given_up"] as const satisfies DeliveryState[];

export function CallbacksRoute() {
  const { t } = useTranslation("callbacks");
  const { state, before } = route.useSearch();
  const navigate = route.useNavigate();
  const mayChange = useTeamMay("programs_change");
  const filter = state === undefined ? {} : { state };
  return (
    <PageShell title={t("title")} lead={t("lead")} brand={BRAND}>
      <div className="flex flex-col gap-10">
        <EndpointList mayChange={mayChange} />
        <DeliveryList
          mayResend={mayChange}
          wanted={{ ...filter, ...(before && { before }) }}
          filter={
            <Select
              label={t("state")}
              value={state ?? "all"}
              onChange={(chosen) =>
                void navigate({ search: chosen === "all" ? {} : { state: chosen }, resetScroll: false })
              }
              options={[
                { value: "all" as const, label: t("all") },
                ...STATES.map((value) => ({ value, label: t(`states.${value}`) })),
              ]}
            />
          }
          onPage={(next) =>
            void navigate({ search: next === undefined ? filter : { ...filter, before: next } })
          }
        />
        {mayChange && <TestCall />}
        {mayChange && <SignatureSecret />}
      </div>
    </PageShell>
  );
}
