/** How a document names a place in running text. */
export type CitationForm =
  | 'title' // 《某条例》
  | 'title-place' // 《某条例》第五条
  | 'number' // 某发〔2020〕1号
  | 'short-name' // （以下简称条例） and then 条例第四条
  | 'bare-title' // 劳动法, 民法典第一百四十六条
  | 'own-place' // 本办法第五条, 第六条第一款
  | 'relative'; // 前款, 前两项

/** What is cited. `clauses` is empty for the whole document; of a range it has all, the first is where a link leads. */
export type CitedTarget =
  | { is: 'held'; document: string; clauses: readonly string[] }
  | { is: 'own'; clauses: readonly string[] }
  | { is: 'stub'; title: string | null; number: string | null; place: string | null };

/** A citation as it stands in a text: these characters of this sentence, and what they name. */
export interface CitationInText {
  clause: string;
  /** The number of the sentence in its clause. */
  n: number;
  /** Where it stands in the sentence's text as issued. */
  from: number;
  to: number;
  written: string;
  form: CitationForm;
  target: CitedTarget;
}
