import type { Clause, ClauseKind } from './clause.ts';
import { uniqueIds, within } from './ids.ts';
import type { Marker } from './marker.ts';

/** The clauses of a file as they begin, one after another, and which of them are open. */
export class ClauseTree {
  readonly clauses: Clause[] = [];
  /** The clauses that are open, the outermost first. */
  open: Clause[] = [];
  private readonly byId = new Map<string, Clause>();
  private readonly unique = uniqueIds();
  /** How many clauses without a number have had an id. */
  private readonly uses = new Map<string, number>();
  /** How many 款 each clause has. */
  private readonly paragraphs = new Map<string | null, number>();

  get last(): Clause | undefined {
    return this.clauses.at(-1);
  }

  get innermost(): Clause | undefined {
    return this.open.at(-1);
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** Begins a clause, in the innermost open one; `repeated` where its id had been given. It is not open yet. */
  begin(
    wanted: string,
    kind: ClauseKind,
    marker: Marker | null,
    parent: Clause | null = this.innermost ?? null,
  ): { clause: Clause; repeated: boolean } {
    const { id, repeated } = this.unique(wanted);
    const clause: Clause = {
      id,
      kind,
      marker,
      paragraphs: [],
      heading: null,
      label: '',
      labelIsOurs: false,
      parent: parent?.id ?? null,
      children: [],
    };
    parent?.children.push(id);
    this.byId.set(id, clause);
    this.clauses.push(clause);
    return { clause, repeated };
  }

  /** Begins and opens the next 款 of the innermost clause; the first is that clause's own text. */
  beginParagraph(): Clause {
    const parent = this.innermost?.id ?? null;
    const number = (this.paragraphs.get(parent) ?? 1) + 1;
    this.paragraphs.set(parent, number);
    const marker: Marker = { level: 'paragraph', number, zhi: 0, printed: '' };
    const { clause } = this.begin(within(parent, `k${number}`), 'paragraph', marker);
    this.open.push(clause);
    return clause;
  }

  /** `end`, `end2`, `end3` for stretches without a number. */
  freeId(wanted: string): string {
    let n = this.uses.get(wanted) ?? 0;
    let id = wanted;
    do {
      n++;
      id = n === 1 ? wanted : `${wanted}${n}`;
    } while (this.has(id));
    this.uses.set(wanted, n);
    return id;
  }

  /** The clauses that stand where one does; at the top, those with a number and between such. */
  siblings({ parent }: Clause): Clause[] {
    const around = parent === null ? undefined : this.byId.get(parent);
    if (around) return around.children.flatMap((id) => this.byId.get(id) ?? []);
    const top = this.clauses.filter((clause) => clause.parent === null);
    return top.slice(top.findIndex(({ marker }) => marker));
  }
}
