/** Whom this page is for; it must not know who is asking by now. */

/** As the page was drawn. @returns {{person: string|null, name: string|null, workshop: string}} */
export function whoThisPageIsFor() {
  const { content, dataset } = document.querySelector('meta[name="person"]') ?? {};
  const { name = null, workshop = "" } = dataset ?? {};
  return { person: content ?? null, name, workshop };
}
