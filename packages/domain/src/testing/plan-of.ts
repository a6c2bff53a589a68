import type { Pool } from "@sightline/db/database";
import pg from "pg";

interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Subplans Removed"?: number;
  "Actual Loops": number;
  "Actual Rows": number;
  "Rows Removed by Filter"?: number;
  Plans?: PlanNode[];
}

export interface Plan {
  /** Indexes that were looked into, without the day of a partition. */
  indexes: string[];
  seqScans: string[];
  /** What such scans have read: none where a partition is empty. */
  rowsWithoutIndex: number;
  /** Partitions that were looked into, by table. */
  partitions: Record<string, number>;
  executionMs: number;
}

/** Runs the prepared statement, explains it and takes back what it did. */
export async function planOf(
  pool: Pool,
  statement: { name: string; text: string },
  values: unknown[],
): Promise<Plan> {
  const client = await pool.connect();
  try {
    await client.query(`begin; prepare explained as ${statement.text}`);
    const args = values.length === 0 ? "" : `(${values.map(literal).join(", ")})`;
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode; "Execution Time": number }] }>(
      `explain (analyze, timing off, costs off, format json) execute explained${args}`,
    );
    const [explained] = rows[0]?.["QUERY PLAN"] ?? [];
    if (!explained) throw new Error("nothing was explained");
    return { ...readPlan(explained.Plan), executionMs: explained["Execution Time"] };
  } finally {
    await client.query("rollback; deallocate explained");
    client.release();
  }
}

function literal(value: unknown): string {
  if (Array.isArray(value))
    return `'{${(value as (string | number | null)[]).map((item) => item ?? "null").join(",")}}'`;
  if (Buffer.isBuffer(value)) return `'\\x${value.toString("hex")}'`;
  if (value instanceof Date) return `'${value.toISOString()}'`;
  return value === null ? "null" : pg.escapeLiteral(`${value as string | number}`);
}

function readPlan(root: PlanNode): Omit<Plan, "executionMs"> {
  const ran = flatten(root).filter((node) => node["Actual Loops"] > 0);
  const withoutDay = (name: string): string => name.replace(/_d\d{8}/, "");
  const relations = new Set(
    ran.flatMap((node) => (/Scan/.test(node["Node Type"]) ? (node["Relation Name"] ?? []) : [])),
  );
  const partitions: Record<string, number> = {};
  for (const name of relations) {
    if (name !== withoutDay(name)) partitions[withoutDay(name)] = (partitions[withoutDay(name)] ?? 0) + 1;
  }
  const seqScans = ran.filter((node) => node["Node Type"] === "Seq Scan");
  return {
    indexes: [...new Set(ran.flatMap((node) => withoutDay(node["Index Name"] ?? "") || []))].sort(),
    seqScans: seqScans.map((node) => node["Relation Name"] ?? ""),
    rowsWithoutIndex: seqScans.reduce(
      (sum, node) => sum + node["Actual Rows"] + (node["Rows Removed by Filter"] ?? 0),
      0,
    ),
    partitions,
  };
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}
