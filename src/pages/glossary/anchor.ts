/** The id, within the page, of the element that `#/glossary/detail` names: a term, or a group as `group-value`. */
export function anchorOf(detail: string): string {
  return `glossary-${detail}`;
}
