/** A file as an editor left it. */
export interface ContentFile {
  /** Decoded as UTF-8; what is not becomes U+FFFD. */
  text: string;
  /** Of the bytes, in lower-case hexadecimal. */
  sha256: string;
}

/** All of `content/`, by path from the repository's root with forward slashes. */
export type ContentFiles = ReadonlyMap<string, ContentFile>;
