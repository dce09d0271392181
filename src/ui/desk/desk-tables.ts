import { type Basket, checkPicks, type Pick, parseBasket } from '../../domain/citing/basket.ts';
import {
  type AddressOf,
  type DeskTable,
  type Picked,
  readPick,
  sentencesIn,
} from '../../domain/citing/desk.ts';
import type { Reply } from '../../domain/citing/reply.ts';
import type { LibraryTable } from '../../domain/search/library-table.ts';
import { clauseHref, deskTableHref, LIBRARY_TABLE, policyHref } from '../../routes.ts';
import { SITE } from '../device/local-storage.ts';

/** Where a document, a clause or a sentence stands, in full. */
export const addressOf: AddressOf = (policy, clause, sentence) => {
  const href = clause === undefined ? policyHref(policy) : clauseHref(policy, clause, sentence);
  return new URL(href.slice(1), SITE).href;
};

async function load<T>(href: string): Promise<T> {
  const response = await fetch(new URL(href.slice(1), SITE));
  if (!response.ok) throw new Error(`Unexpected ${response.status}, expected ${href}`);
  return response.json();
}

/** What is known of all policies, and the tables of those that were needed, each asked for once. */
export class DeskTables {
  readonly library: LibraryTable;
  private readonly tables = new Map<string, DeskTable>();

  private constructor(library: LibraryTable) {
    this.library = library;
  }

  static async load(): Promise<DeskTables> {
    return new DeskTables(await load<LibraryTable>(LIBRARY_TABLE));
  }

  /** Loads what is not there yet of some policies. Rejects when a table cannot be had; the next need asks again. */
  async need(policies: readonly string[]): Promise<void> {
    const wanted = [...new Set(policies)].filter((policy) => !this.tables.has(policy));
    await Promise.all(
      wanted.map(async (policy) => {
        this.tables.set(policy, await load<DeskTable>(deskTableHref(policy)));
      }),
    );
  }

  /** What a fragment lists, each place looked up in its table. Rejects when one cannot be had. */
  async readBasket(fragment: string): Promise<Basket> {
    const basket = parseBasket(fragment, this.library.policies);
    await this.need(basket.picks.map(({ policy }) => policy));
    return checkPicks(basket, (policy, clause) => {
      const table = this.tables.get(policy);
      return table ? sentencesIn(table)(clause) : null;
    });
  }

  /** How picks read, whose tables are there. */
  read(picks: readonly Pick[]): Picked[] {
    return picks.flatMap((pick) => {
      const table = this.tables.get(pick.policy);
      return (table && readPick(table, pick, addressOf)) ?? [];
    });
  }

  /** The sentences of a clause, for choosing one. */
  sentencesOf({ policy, clause }: Pick): readonly string[] {
    const clauses = this.tables.get(policy)?.clauses ?? [];
    return clauses.find(({ id }) => id === clause)?.sentences ?? [];
  }

  /** How a policy, whose table is there, words a kind of reply. */
  replyOf(policy: string, kind: string): Reply | undefined {
    return this.tables.get(policy)?.replies.find(({ id }) => id === kind);
  }

  /** What a document is called where there is little room; one that was repealed never without saying so. */
  documentOf({ policy }: Picked): string {
    const { name, ended, status } =
      this.library.policies.find(({ id }) => id === policy) ?? Object({ name: policy });
    return ended ? `${name}（${status}）` : name;
  }

  /** What a place is called beside others: with its document, where the library holds several. */
  nameOf(picked: Picked): string {
    const { 简称 } = picked;
    return this.library.policies.length > 1 ? `${this.documentOf(picked)} ${简称}` : 简称;
  }
}
