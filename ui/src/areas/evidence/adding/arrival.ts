import { evidenceRoute, router } from "$app/router.svelte";

/**
 * Remembers where the person is. What it returns leads on to a piece that was added alone, so that they say what it
 * proves, and tells whether it did: whoever went elsewhere in the meantime, or to another piece, is left in peace.
 */
export function leadOn(): (added: readonly string[]) => boolean {
  const from = openNow();
  return (added) => {
    const [only] = added;
    if (added.length !== 1 || only === undefined || from === undefined || openNow() !== from) return false;
    if (from === null) router.go(evidenceRoute(only));
    else router.replace(evidenceRoute(only));
    return true;
  };
}

/** Returns the piece in hand, null where the list alone is shown, and nothing in other rooms. */
function openNow(): string | null | undefined {
  const { route } = router;
  return route.page === "evidence" ? route.open : undefined;
}
