import { type Skill, skillInterval } from "./skill";

const SHARE_MIN = 0.02;
const SHARE_MAX = 0.25;

/**
 * Which part of a worker's tasks are gold: half the width of the interval in which the skill lies. So of somebody new
 * one in four, after twenty judged answers one in ten, and one in fifty of somebody well known.
 */
export function goldShare(skill: Skill): number {
  const { low, high } = skillInterval(skill);
  return Math.min(SHARE_MAX, Math.max(SHARE_MIN, (high - low) / 2));
}
