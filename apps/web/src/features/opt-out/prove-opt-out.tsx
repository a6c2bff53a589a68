import { type OptOutReply, SITE_PROOF } from "@sightline/contract/sites";
import { Button } from "@sightline/ui/button";
import { CodeBlock } from "@sightline/ui/code-block";
import { Notice } from "@sightline/ui/notice";
import { Section } from "@sightline/ui/section";
import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SendError } from "../../components/send-error";
import { proveOptOutMutation } from "./queries";

/** What was asked for is a case for staff now; here the owner proves it without them. */
export function ProveOptOut({ asked: { id, host, token, mailed, mailProves } }: { asked: OptOutReply }) {
  const { t } = useTranslation("optOut");
  const prove = useMutation(proveOptOutMutation());
  if (prove.data === "switched_off") {
    return (
      <Notice tone="good" urgent>
        {t("off")}
      </Notice>
    );
  }
  const places = [
    [t("record", { name: `${SITE_PROOF.dnsLabel}.${host}` }), token],
    [t("file", { address: `https://${host}${SITE_PROOF.filePath}` }), token],
    [t("tag"), `<meta name="${SITE_PROOF.metaName}" content="${token}">`],
  ];
  return (
    <div className="flex flex-col gap-6">
      <Notice tone="info" urgent>
        <p>{t("asked", { host })}</p>
        {mailed && <p className="mt-1">{mailProves ? t("mailProves", { host }) : t("mailConfirms")}</p>}
      </Notice>
      <Section title={t("proveTitle")}>
        {places.map(([label = "", code = ""]) => (
          <div key={label} className="flex flex-col gap-1.5">
            <p className="text-13 font-medium break-words">{label}</p>
            <CodeBlock label={label} code={code} copyLabel={t("copy", { what: label })} />
          </div>
        ))}
        {prove.data !== undefined && (
          <Notice tone="wait" urgent>
            {t("notProved")}
          </Notice>
        )}
        <SendError title={t("proveFailed")} error={prove.error} />
        <div>
          <Button tone="primary" isPending={prove.isPending} onPress={() => prove.mutate({ id, token })}>
            {t("prove")}
          </Button>
        </div>
      </Section>
    </div>
  );
}
