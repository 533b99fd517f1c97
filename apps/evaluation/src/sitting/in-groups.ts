/** How many applications are looked at together. */
const together = 8;

/** Does the same for each item, a few at once; gives the results in order and ends with the first failure. */
export async function inGroups<In, Out>(
  items: readonly In[],
  act: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const results: Out[] = [];
  for (let start = 0; start < items.length; start += together)
    results.push(...(await Promise.all(items.slice(start, start + together).map(act))));
  return results;
}
