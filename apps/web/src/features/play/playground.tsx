import { Button } from "@sightline/ui/button";
import { CheckField } from "@sightline/ui/check-field";
import { Notice } from "@sightline/ui/notice";
import { Select } from "@sightline/ui/select";
import { TextField } from "@sightline/ui/text-field";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useTestKey } from "../../lib/test-key";
import { PictureField } from "./picture-field";
import { PlayOutcome } from "./play-outcome";
import type { PlayKind, PlayWishes } from "./play-request";
import { usePlay } from "./use-play";

const KINDS = ["image", "grid", "points", "rotate"] as const satisfies PlayKind[];
const INSTRUCTIONS_MAX = 140;

export interface PlaygroundProps {
  wishes: PlayWishes;
  onWishes: (wishes: PlayWishes) => void;
}

export function Playground({ wishes, onWishes }: PlaygroundProps) {
  const { t } = useTranslation(["playground", "testMode"]);
  const { state, play } = usePlay();
  const [picture, setPicture] = useState<File | null>(null);
  const testKey = useTestKey().key;
  const [typedKey, setKey] = useState<string | null>(null);
  const key = typedKey ?? testKey ?? "";
  const isTest = testKey !== undefined && key.trim() === testKey;
  const [keyError, setKeyError] = useState<string | undefined>();
  const instructionsLong = wishes.instructions.length > INSTRUCTIONS_MAX;
  const busy = state.step === "sending" || state.step === "waiting";
  const send = () => {
    const wellFormed = /^[0-9a-f]{32}$/i.test(key.trim());
    setKeyError(wellFormed ? undefined : t("keyWrong"));
    if (wellFormed && picture && !instructionsLong) void play(picture, key.trim(), wishes);
  };
  return (
    <form
      noValidate
      className="flex min-w-0 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {isTest ? (
        <Notice tone="wait">{t("testMode:banner")}</Notice>
      ) : (
        testKey !== undefined && (
          <Button size="small" className="self-start" onPress={() => setKey(null)}>
            {t("testMode:useTest")}
          </Button>
        )
      )}
      <PictureField picture={picture} onPicture={setPicture} />
      <TextField
        label={t("key")}
        help={t("keyHelp")}
        error={keyError}
        value={key}
        onChange={setKey}
        autoComplete="off"
        spellCheck="false"
        mono
      />
      <Select
        label={t("kind")}
        value={wishes.kind}
        onChange={(kind) => onWishes({ ...wishes, kind })}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <TextField
        label={t("instructions")}
        help={t("instructionsHelp")}
        value={wishes.instructions}
        onChange={(instructions) => onWishes({ ...wishes, instructions })}
        error={instructionsLong ? t("instructionsLong", { max: INSTRUCTIONS_MAX }) : undefined}
        autoComplete="off"
      />
      {wishes.kind === "image" && (
        <CheckField
          name="digits"
          checked={wishes.digitsOnly}
          onChange={(digitsOnly) => onWishes({ ...wishes, digitsOnly })}
        >
          {t("digits")}
        </CheckField>
      )}
      <Button
        type="submit"
        tone="primary"
        isDisabled={picture === null}
        isPending={busy}
        className="self-start"
      >
        {t("send")}
      </Button>
      <PlayOutcome state={state} />
    </form>
  );
}
