/** What a Word file may be at most. A file is hostile until read: what goes beyond is refused before it takes memory. */
export const LIMITS = {
  /** Entries of the archive. */
  entries: 10_000,
  /** Bytes of all entries as the archive's directory tells them. */
  total: 1_000_000_000,
  /** Bytes of the parts that are read, inflated, all together. */
  parts: 60_000_000,
  /** How many times its packed size a part above a megabyte may take: 60 times is met, a bomb is 1,000. */
  ratio: 200,
  /** Elements of all parts together; a page of a dense table has some 2,000. */
  tags: 4_000_000,
  /** Elements and texts of all parts together that must be held, each some 150 bytes; a page of text has some 200. */
  nodes: 900_000,
  /** Elements within each other; a box in a cell of a nested table has some 40. */
  depth: 250,
};

/** What of the limits is used up by one file. */
export class Budget {
  private bytes = 0;
  private tags = 0;
  private nodes = 0;

  /** Whether so many bytes more may be inflated. */
  takeBytes(count: number): boolean {
    this.bytes += count;
    return this.bytes <= LIMITS.parts;
  }

  /** Whether one more element may be looked at. */
  takeTag(): boolean {
    this.tags += 1;
    return this.tags <= LIMITS.tags;
  }

  /** Whether one more element or text may be held. */
  takeNode(): boolean {
    this.nodes += 1;
    return this.nodes <= LIMITS.nodes;
  }
}
