import { TASK_KINDS } from "@sightline/contract/task-kinds";
import { expect, test } from "vitest";
import { expectedSkill } from "../quality/expected-skill";
import { NEW_STANDING, type Standing } from "../workers/standing";
import { Seat } from "./seat";
import { seatedSkills } from "./seated-skills";

const KIND = TASK_KINDS.image.number;

function seat(workerId: number, standing: Partial<Standing>, { onlyOwn = false, ready = true } = {}): Seat {
  const made = new Seat(workerId, "tab", "seat", 0, undefined, onlyOwn);
  made.standing = { ...NEW_STANDING, ...standing };
  made.ready = ready;
  return made;
}
const skilled = (skill: number) => ({ skills: new Map([[KIND, skill]]) });

test("what can be expected of the next answer is the mean of the better half of those who are seated and may solve the kind", () => {
  const seats = [
    seat(1, skilled(0.9)),
    seat(2, skilled(0.6)),
    // Somebody new counts as such; who may not, is not here yet, or sits at a sandbox counts for nothing.
    seat(3, {}),
    seat(4, { ...skilled(0.1), kinds: new Set<number>() }),
    seat(5, skilled(0.1), { ready: false }),
    seat(6, skilled(0.1), { onlyOwn: true }),
  ];
  expect([...seatedSkills(seats, KIND)]).toEqual([0.9, 0.6, 0.75]);
  expect(expectedSkill(seatedSkills(seats, KIND))).toBeCloseTo(0.825, 9);
});

test("of an empty room the usual is expected", () => {
  expect(expectedSkill(seatedSkills([], KIND))).toBe(0.8);
});
