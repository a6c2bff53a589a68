import type { Assignment } from "@sightline/contract/work";
import type { RefObject } from "react";
import { ChallengeLayer } from "./challenge/challenge-layer";
import type { ChallengeView } from "./challenge/use-challenge-frame";
import type { CommandKeys } from "./command-keys";
import { PictureLayer } from "./picture-layer";
import type { PictureSetting } from "./picture-setting";
import { QuestionLayer } from "./question-layer";
import { RotateLayer } from "./rotate/rotate-layer";
import type { SketchDesk } from "./sketch/sketch-region";
import { SoundLayer } from "./sound/sound-layer";
import type { BoxSize } from "./use-box-size";

export interface TaskLayerProps {
  task: Assignment;
  onScreen: boolean;
  /** For the task on the screen, when it is answered on its picture. */
  desk: SketchDesk | null;
  /** For the task on the screen, when it is a live challenge. */
  challenge: ChallengeView | null;
  box: BoxSize | null;
  setting: PictureSetting;
  keys: CommandKeys;
  focus: RefObject<HTMLElement | null>;
}

/** What a held task shows, by its kind. Each loads while it is ahead, so that its turn costs one paint. */
export function TaskLayer({ task, keys, challenge, ...props }: TaskLayerProps) {
  const { onScreen, desk, box, setting, focus } = props;
  switch (task.kind) {
    case "text":
      return <QuestionLayer task={task} onScreen={onScreen} focus={focus} />;
    case "audio":
      return <SoundLayer task={task} onScreen={onScreen} keys={keys} focus={focus} />;
    case "rotate":
      return <RotateLayer task={task} desk={desk} box={box} setting={setting} focus={focus} />;
    case "recaptcha_v2":
    case "recaptcha_v3":
    case "hcaptcha":
    case "funcaptcha":
      return <ChallengeLayer task={task} onScreen={onScreen} view={challenge} focus={focus} />;
    default:
      return <PictureLayer task={task} {...props} />;
  }
}
