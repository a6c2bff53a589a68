import type pg from "pg";
import { LEDGER_CTES } from "./ledger-sql";
import { POSTINGS } from "./postings";

export interface Move {
  causeId: number;
  posting: keyof typeof POSTINGS;
  debitId: number;
  creditId: number;
  micros: number;
}

/** Moves money inside a transaction that has decided to, by named postings. A move of zero is left out. */
export async function bookMoves(client: Pick<pg.ClientBase, "query">, moves: readonly Move[]): Promise<void> {
  await client.query({
    name: "book_moves",
    text: `with move as materialized (
             select * from unnest($1::bigint[], $2::smallint[], $3::int[], $4::int[], $5::bigint[])
               as m(cause_id, code, debit_id, credit_id, micros)
           ),
           ${LEDGER_CTES}
           select`,
    values: [
      moves.map(({ causeId }) => causeId),
      moves.map(({ posting }) => POSTINGS[posting].code),
      moves.map(({ debitId }) => debitId),
      moves.map(({ creditId }) => creditId),
      moves.map(({ micros }) => micros),
    ],
  });
}
