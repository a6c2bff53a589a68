import { Button } from "@sightline/ui/button";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";

const SAMPLE = "/docs/assets/word.png";

export interface PictureFieldProps {
  picture: File | null;
  onPicture: (picture: File) => void;
}

/** A picture by drop, paste or choice, or the sample of the documentation. */
export function PictureField({ picture, onPicture }: PictureFieldProps) {
  const { t } = useTranslation("playground");
  const input = useRef<HTMLInputElement>(null);
  const address = useMemo(() => (picture ? URL.createObjectURL(picture) : null), [picture]);
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address]);

  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const [file] = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith("image/"));
      if (file) onPicture(file);
    };
    document.addEventListener("paste", onPaste);
    return () => document.removeEventListener("paste", onPaste);
  }, [onPicture]);

  const takeSample = async () => {
    const bytes = await (await fetch(SAMPLE)).blob();
    onPicture(new File([bytes], "word.png", { type: "image/png" }));
  };
  return (
    <fieldset
      className="flex flex-col gap-3 rounded-10 border border-dashed border-line-control p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file) onPicture(file);
      }}
    >
      <legend className="px-1 text-13 font-medium">{t("picture")}</legend>
      {address ? (
        <div className="flex justify-center rounded-10 bg-neutral-ground p-4">
          <img src={address} alt={t("preview")} className="max-h-60 max-w-full object-contain" />
        </div>
      ) : (
        <p className="text-text-quiet">{t("none")}</p>
      )}
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif"
        aria-label={t("picture")}
        tabIndex={-1}
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file) onPicture(file);
        }}
      />
      <span className="flex flex-wrap gap-2">
        <Button onPress={() => input.current?.click()}>{t("choose")}</Button>
        <Button onPress={() => void takeSample()}>{t("sample")}</Button>
      </span>
      <p className="text-13 text-text-quiet">{t("pictureHelp")}</p>
    </fieldset>
  );
}
