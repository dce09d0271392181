import type { Clause } from '../policy/clause.ts';
import { LIST_LEVELS } from '../policy/list-levels.ts';
import type { PlaceStep, Unit } from './written-places.ts';

/** What citing into a document needs of its clauses. */
export type PlacedClause = Pick<Clause, 'id' | 'kind' | 'marker' | 'parent'> &
  Partial<Pick<Clause, 'heading'>>;

const LEVELS: Partial<Record<Unit, readonly Clause['kind'][]>> = {
  编: ['book'],
  分编: ['subbook'],
  部分: ['division', 'part'],
  章: ['chapter'],
  节: ['section'],
  条: ['article'],
  款: ['paragraph'],
};
/** 一、 in an article is its item. */
const ITEMS: readonly Clause['kind'][] = ['part', ...LIST_LEVELS];
/** Of a document without articles these are called 条: parts, and what is numbered through the whole document. */
function isForArticle({ id, kind }: PlacedClause): boolean {
  if (kind === 'part' || kind === 'division') return true;
  return (kind === 'item' || kind === 'point') && /(?:^|-)[xn]\d+$/u.test(id);
}

/** The clauses of a document by the numbers that statutes cite them with. It finds what is there, and guesses nothing. */
export class ClausePlaces {
  private readonly byId: ReadonlyMap<string, PlacedClause>;
  private readonly children = new Map<string | null, PlacedClause[]>();
  /** Clauses of each region: a further document or an annex of the file, `null` for the file's first. */
  private readonly regions = new Map<string | null, PlacedClause[]>();
  private readonly regionOfId = new Map<string, string | null>();

  constructor(clauses: readonly PlacedClause[]) {
    this.byId = new Map(clauses.map((clause) => [clause.id, clause]));
    for (const clause of clauses) {
      const region = clause.parent === null ? null : (this.regionOf(clause.parent) ?? null);
      const own = clause.kind === 'document' || clause.kind === 'annex' ? clause.id : region;
      this.regionOfId.set(clause.id, own);
      listIn(this.regions, own).push(clause);
      listIn(this.children, clause.parent).push(clause);
    }
  }

  has(id: string): boolean {
    return this.byId.has(id);
  }

  /** The further document or annex that a clause stands in; `null` for the file's first document. */
  regionOf(id: string): string | null {
    return this.regionOfId.get(id) ?? null;
  }

  headingOf(id: string): string {
    return this.byId.get(id)?.heading ?? '';
  }

  /** The further document of the file with a title that fits, or `null`. */
  documentTitled(fits: (title: string) => boolean): string | null {
    const all = this.children.get(null) ?? [];
    const found = all.find(({ kind, heading }) => kind === 'document' && heading && fits(heading));
    return found?.id ?? null;
  }

  /** The innermost clause of a kind round a clause, or itself. */
  around(id: string, kinds: readonly Clause['kind'][]): string | null {
    let at = this.byId.get(id);
    while (at && !kinds.includes(at.kind))
      at = at.parent === null ? undefined : this.byId.get(at.parent);
    return at?.id ?? null;
  }

  /** The clause of a path in a region, or from a clause on; `null` where there is no such place, or more than one. */
  find(
    path: readonly PlaceStep[],
    region: string | null,
    from: string | null = null,
  ): string | null {
    let at = from;
    for (const step of path) {
      const next = at === null ? this.outermost(step, region) : this.inside(at, step, region);
      if (next === null) return null;
      at = next;
    }
    return at;
  }

  /** Whether a clause has a list of its own. */
  lists(id: string): boolean {
    return (this.children.get(id) ?? []).some(({ kind }) => ITEMS.includes(kind));
  }

  /** The clauses from one to another on the same level, both of them in it; `null` where they do not follow each other. */
  between(first: string, last: string): string[] | null {
    const [from, to] = [this.byId.get(first), this.byId.get(last)];
    if (!from || !to || from.kind !== to.kind) return null;
    const alike =
      from.kind === 'article'
        ? this.ofKinds(this.regionOf(first), ['article'])
        : (this.children.get(from.parent) ?? []).filter(({ kind }) => kind === from.kind);
    const [start, end] = [alike.indexOf(from), alike.indexOf(to)];
    return start < 0 || end <= start ? null : alike.slice(start, end + 1).map(({ id }) => id);
  }

  /** The `count` clauses before one that are of its kind: 前款, 前两项. 第一款 is the article itself. */
  before(id: string, count: number): string[] | null {
    const own = this.byId.get(id);
    if (!own) return null;
    const parent = own.parent === null ? undefined : this.byId.get(own.parent);
    // Only articles have 款.
    if (own.kind === 'paragraph' && parent?.kind !== 'article') return null;
    const inParent = (this.children.get(own.parent) ?? []).filter(({ kind }) => kind === own.kind);
    const alike =
      own.kind === 'article'
        ? this.ofKinds(this.regionOf(id), ['article'])
        : own.kind === 'paragraph' && parent?.kind === 'article'
          ? [parent, ...inParent]
          : inParent;
    const at = alike.indexOf(own);
    return at < count ? null : alike.slice(at - count, at).map((one) => one.id);
  }

  private ofKinds(region: string | null, kinds: readonly Clause['kind'][]): PlacedClause[] {
    return (this.regions.get(region) ?? []).filter(({ kind }) => kinds.includes(kind));
  }

  private outermost(step: PlaceStep, region: string | null): string | null {
    const kinds = LEVELS[step.unit] ?? [];
    const home = step.unit === '条' ? this.homeOfArticles(region) : region;
    const all = this.ofKinds(home, kinds);
    if (step.unit === '条' && all.length === 0) {
      const instead = (this.regions.get(region) ?? []).filter(isForArticle);
      return only(instead.filter((clause) => isNumbered(clause, step)));
    }
    if (step.unit === '款') return null;
    return only(all.filter((clause) => isNumbered(clause, step)));
  }

  /** A notice has no articles, but what it issues has; where it issues several, none of them is meant. */
  private homeOfArticles(region: string | null): string | null {
    if (region !== null || this.ofKinds(null, ['article']).length > 0) return region;
    const issued = (this.children.get(null) ?? []).filter(
      ({ id }) => this.ofKinds(id, ['article']).length > 0,
    );
    return only(issued);
  }

  private inside(id: string, step: PlaceStep, region: string | null): string | null {
    // Articles are numbered through a whole document, whatever chapter they stand in.
    if (step.unit === '条') return this.outermost(step, region);
    const children = this.children.get(id) ?? [];
    if (step.unit === '款') {
      if (this.byId.get(id)?.kind !== 'article') return null;
      if (step.number === 1) return id;
      return only(children.filter((c) => c.kind === 'paragraph' && isNumbered(c, step)));
    }
    if (step.unit === '项' || step.unit === '目') return this.itemIn(id, step);
    const kinds = LEVELS[step.unit] ?? [];
    return only(children.filter((c) => kinds.includes(c.kind) && isNumbered(c, step)));
  }

  /** An item in a clause or, where that has no list of its own, in the one 款 that has it. */
  private itemIn(id: string, step: PlaceStep): string | null {
    const children = this.children.get(id) ?? [];
    const lists = [
      children,
      ...children.filter((c) => c.kind === 'paragraph').map((c) => this.children.get(c.id) ?? []),
    ].map((list) => list.filter(({ kind }) => ITEMS.includes(kind)));
    const held = lists.filter((list) => list.length > 0);
    const all = lists[0]?.length ? lists.slice(0, 1) : held;
    return only(all.flatMap((list) => list.filter((clause) => isNumbered(clause, step))));
  }
}

function isNumbered({ marker }: PlacedClause, { number, zhi }: PlaceStep): boolean {
  if (!marker || marker.zhi !== zhi) return false;
  return marker.number <= number && number <= (marker.until ?? marker.number);
}

function only(clauses: readonly PlacedClause[]): string | null {
  return clauses.length === 1 ? (clauses[0]?.id ?? null) : null;
}

function listIn<K, V>(map: Map<K, V[]>, key: K): V[] {
  const list = map.get(key) ?? [];
  if (list.length === 0) map.set(key, list);
  return list;
}
