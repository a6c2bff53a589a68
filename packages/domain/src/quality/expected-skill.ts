/** Of nobody known. */
const UNKNOWN = 0.8;

/**
 * What can be expected of whoever answers next: the mean of the better half of those who may, since dispatch prefers
 * those whose answer tells more. The server asks with the skills of its seated workers, the laboratory with those of
 * its crowd.
 */
export function expectedSkill(skills: Iterable<number>): number {
  const best = [...skills].sort((a, b) => b - a);
  const half = Math.ceil(best.length / 2);
  return half === 0 ? UNKNOWN : best.slice(0, half).reduce((sum, skill) => sum + skill, 0) / half;
}
