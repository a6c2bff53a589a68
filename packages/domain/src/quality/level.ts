import { LEVELS, type Level, STAGES } from "@sightline/contract/score";
import { type Skill, skillInterval } from "./skill";

/** A worker's level in a kind, by what is certain of their skill; 0 before probation is over. */
export function levelOf(stage: number, skill: Skill): Level {
  if (stage < STAGES.full) return 0;
  const { low } = skillInterval(skill);
  const judged = skill.right + skill.wrong;
  const reaches = (level: 2 | 3): boolean => low >= LEVELS[level].lowMin && judged >= LEVELS[level].judgedMin;
  return reaches(3) ? 3 : reaches(2) ? 2 : 1;
}
