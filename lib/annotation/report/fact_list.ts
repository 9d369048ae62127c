/** Terms and their values, both as HTML, as the entries of a list of class `facts`. */
export function factList(facts: readonly (readonly [term: string, value: string])[]): string {
  return facts.map(([term, value]) => `<div><dt>${term}</dt><dd>${value}</dd></div>`).join("");
}
