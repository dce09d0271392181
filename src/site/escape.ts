/** A text as it stands in HTML and in XML. */
export function escapeText(text: string): string {
  return text.replace(
    /[&<>"]/gu,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign,
  );
}
