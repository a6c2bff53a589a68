import { SITE_PROOF, type SiteRow } from "@sightline/contract/sites";
import { CodeBlock } from "@sightline/ui/code-block";
import { useTranslation } from "react-i18next";

/** What the owner publishes, to be copied part by part. */
export function ProofSteps({ site: { host, method, token } }: { site: SiteRow }) {
  const { t } = useTranslation("sites");
  const steps = {
    dns: [
      [t("recordName"), `${SITE_PROOF.dnsLabel}.${host}`],
      [t("recordValue"), token],
    ],
    file: [
      [t("fileAddress"), `https://${host}${SITE_PROOF.filePath}`],
      [t("fileContent"), token],
    ],
    meta: [[t("metaTag"), `<meta name="${SITE_PROOF.metaName}" content="${token}">`]],
  }[method];
  return (
    <div className="flex flex-col gap-4">
      {steps.map(([label = "", code = ""]) => (
        <div key={label} className="flex flex-col gap-1.5">
          <p className="text-13 font-medium">{label}</p>
          <CodeBlock label={label} code={code} copyLabel={t("copy", { what: label })} />
        </div>
      ))}
    </div>
  );
}
